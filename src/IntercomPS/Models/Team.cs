using System;
using System.Collections.Generic;

namespace IntercomPS;

/// <summary>A team of the workspace, which conversations can be assigned to.</summary>
/// <remarks>Source: schema team, API 2.15.</remarks>
public sealed class Team
{
    /// <summary>The id, unique within the workspace.</summary>
    public string Id { get; internal set; } = string.Empty;

    /// <summary>The name; null where the API does not say.</summary>
    public string? Name { get; internal set; }

    /// <summary>The ids of the admins in the team; empty when there are none.</summary>
    public IReadOnlyList<string> AdminIds { get; internal set; } = Array.Empty<string>();

    /// <summary>How many conversations an admin of the team is assigned at most; null when there is no limit or the API does not say.</summary>
    public int? AssignmentLimit { get; internal set; }

    /// <summary>How the team's conversations are spread, in the API's spelling, such as round_robin; null where the API does not say.</summary>
    public string? DistributionMethod { get; internal set; }

    /// <summary>The name, or the id where there is none.</summary>
    /// <returns>A short text to show a person.</returns>
    public override string ToString() => Name ?? Id;
}
