using System;
using System.Collections.Generic;

namespace IntercomPS;

/// <summary>A teammate of the workspace.</summary>
/// <remarks>Source: schema admin, API 2.15.</remarks>
public sealed class Admin
{
    /// <summary>The id, unique within the workspace.</summary>
    public string Id { get; internal set; } = string.Empty;

    /// <summary>The name; null where the API does not say.</summary>
    public string? Name { get; internal set; }

    /// <summary>The email address; null where the API does not say.</summary>
    public string? Email { get; internal set; }

    /// <summary>The job title; null when there is none.</summary>
    public string? JobTitle { get; internal set; }

    /// <summary>Whether the admin is away; null where the API does not say.</summary>
    public bool? AwayModeEnabled { get; internal set; }

    /// <summary>Whether replies to an away admin go back to the team inbox; null where the API does not say.</summary>
    public bool? AwayModeReassign { get; internal set; }

    /// <summary>Whether the admin has a paid seat of the inbox; null where the API does not say.</summary>
    public bool? HasInboxSeat { get; internal set; }

    /// <summary>The ids of the teams that the admin is in; empty when there are none.</summary>
    public IReadOnlyList<string> TeamIds { get; internal set; } = Array.Empty<string>();

    /// <summary>The name, else the email address, else the id.</summary>
    /// <returns>A short text to show a person.</returns>
    public override string ToString() => Name ?? Email ?? Id;
}
