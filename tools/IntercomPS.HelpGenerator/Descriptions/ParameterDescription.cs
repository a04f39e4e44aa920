using System.Collections.Generic;
using System.Linq;
using IntercomPS.HelpGenerator.Comments;
using IntercomPS.HelpGenerator.Reflection;

namespace IntercomPS.HelpGenerator.Descriptions;

/// <summary>All that help says about one parameter.</summary>
internal sealed record ParameterDescription(string Name, string TypeName, bool IsSwitch)
{
    public required IReadOnlyList<TextBlock> Description { get; init; }

    public IReadOnlyList<ParameterSetMembership> Sets { get; init; } = [ParameterSetMembership.OptionalEverywhere];

    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The members of an enumeration or the strings of a ValidateSet; empty when any value goes.</summary>
    public IReadOnlyList<AcceptedValue> AcceptedValues { get; init; } = [];

    /// <summary>Null when there is none.</summary>
    public string? DefaultValue { get; init; }

    public bool SupportsWildcards { get; init; }

    public bool IsByValue => Sets.Any(set => set.IsByValue);

    public bool IsByPropertyName => Sets.Any(set => set.IsByPropertyName);
}
