using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying.Fields;
using IntercomPS.Sandbox;

namespace IntercomPS.Tests.Querying.Planning;

/// <summary>The values that a workspace really has, so that conditions find something.</summary>
internal sealed class ValuePool
{
    private readonly Dictionary<string, object[]> _values = new(StringComparer.Ordinal);
    private readonly SandboxWorkspace _workspace;

    public ValuePool(SandboxWorkspace workspace)
    {
        _workspace = workspace;
    }

    /// <summary>One of a field's values; null where the workspace has none.</summary>
    public object? Any(ConversationField field, Random random)
    {
        if (!_values.TryGetValue(field.Name, out object[]? values))
        {
            values = _workspace.Conversations
                .Select(conversation => DirectFields.Read(conversation, field.Name))
                .SelectMany(value => value as IEnumerable<object?> ?? [value])
                .OfType<object>()
                .Where(value => field.Kind is not (FieldKind.Email or FieldKind.Name) || value is not "")
                .Distinct()
                .ToArray();
            _values[field.Name] = values;
        }

        return values.Length == 0 ? null : values[random.Next(values.Length)];
    }
}
