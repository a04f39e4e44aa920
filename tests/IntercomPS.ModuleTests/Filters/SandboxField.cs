using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using IntercomPS.Sandbox;

namespace IntercomPS.ModuleTests.Filters;

/// <summary>A field of a filter as the sandbox's own data tell it.</summary>
/// <param name="Name">The name in a filter.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Read">Its values: none where it is not set, several where it is a list.</param>
internal sealed record SandboxField(string Name, SandboxFieldKind Kind, Func<SandboxConversation, IEnumerable<object>> Read)
{
    /// <summary>A field of one value.</summary>
    internal static SandboxField Of(string name, SandboxFieldKind kind, Func<SandboxConversation, object?> read) =>
        new(name, kind, conversation => read(conversation) is { } value and not "" ? [value is int number ? (long)number : value] : []);

    /// <summary>A field of several values.</summary>
    internal static SandboxField OfList(string name, SandboxFieldKind kind, Func<SandboxConversation, IEnumerable<object>> read) => new(name, kind, read);

    /// <summary>Two values that some conversations have, the second one less common than not to exist.</summary>
    internal IReadOnlyList<object> Samples(IEnumerable<SandboxConversation> conversations)
    {
        object[] values = [.. conversations.SelectMany(Read).Distinct().OrderBy(value => value)];
        return [values[values.Length / 2], values[values.Length / 4]];
    }

    /// <summary>A value as a filter writes it.</summary>
    internal string Write(object value) => value switch
    {
        bool flag => flag ? "$true" : "$false",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        long seconds when Kind == SandboxFieldKind.Time => $"'{DateTimeOffset.FromUnixTimeSeconds(seconds):yyyy-MM-ddTHH:mm:ssZ}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
