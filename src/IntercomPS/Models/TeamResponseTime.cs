using System;

namespace IntercomPS;

/// <summary>How long a team took to its first reply.</summary>
/// <remarks>Source: schema conversation_response_time, API 2.15.</remarks>
public sealed class TeamResponseTime
{
    /// <summary>The team's id.</summary>
    public string? TeamId { get; internal set; }

    /// <summary>The team's name.</summary>
    public string? TeamName { get; internal set; }

    /// <summary>The time to the team's first reply; null when it has not replied.</summary>
    public TimeSpan? ResponseTime { get; internal set; }
}
