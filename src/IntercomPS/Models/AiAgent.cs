using System;

namespace IntercomPS;

/// <summary>What Fin, Intercom's AI agent, did in a conversation.</summary>
/// <remarks>Source: schema ai_agent, API 2.15.</remarks>
public sealed class AiAgent
{
    /// <summary>What set the agent off: essentials_plan_setup, profile, workflow ….</summary>
    public string? SourceType { get; internal set; }

    /// <summary>The title of what set it off; null for a profile.</summary>
    public string? SourceTitle { get; internal set; }

    /// <summary>Its last answer's kind: ai_answer or custom_answer; null when it gave none.</summary>
    public string? LastAnswerType { get; internal set; }

    /// <summary>How it ended: assumed_resolution, confirmed_resolution, escalated, negative_feedback …; null when undecided.</summary>
    public string? ResolutionState { get; internal set; }

    /// <summary>The customer's rating of the agent, from 1 to 5; null when not given.</summary>
    public int? Rating { get; internal set; }

    /// <summary>What the customer wrote beside that rating. Text of a stranger.</summary>
    public string? RatingRemark { get; internal set; }

    /// <summary>When the agent first took part, in UTC; null where the API does not say (before 2.14).</summary>
    public DateTimeOffset? CreatedAt { get; internal set; }

    /// <summary>When that record last changed, in UTC; null where the API does not say (before 2.14).</summary>
    public DateTimeOffset? UpdatedAt { get; internal set; }

    /// <summary>How the agent's part ended.</summary>
    /// <returns>The resolution state, empty when undecided.</returns>
    public override string ToString() => ResolutionState ?? string.Empty;
}
