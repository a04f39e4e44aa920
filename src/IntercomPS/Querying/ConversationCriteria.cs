using System;
using System.Collections.Generic;
using IntercomPS.Querying.Conditions;

namespace IntercomPS.Querying;

/// <summary>What a person asks for: the plain parameters of a search. Several values of one mean any of them, several of them mean all.</summary>
internal sealed class ConversationCriteria
{
    public TimeRange Created { get; init; }

    public TimeRange Updated { get; init; }

    public TimeRange Closed { get; init; }

    public IReadOnlyList<string> States { get; init; } = Array.Empty<string>();

    public IReadOnlyList<string> ContactIds { get; init; } = Array.Empty<string>();

    public IReadOnlyList<string> TeammateIds { get; init; } = Array.Empty<string>();

    /// <summary>Ids of admins; 0 means unassigned.</summary>
    public IReadOnlyList<long> AssigneeIds { get; init; } = Array.Empty<long>();

    /// <summary>Ids of teams; 0 means unassigned.</summary>
    public IReadOnlyList<long> TeamIds { get; init; } = Array.Empty<long>();

    public IReadOnlyList<string> TagIds { get; init; } = Array.Empty<string>();

    public IReadOnlyList<string> Priorities { get; init; } = Array.Empty<string>();

    public IReadOnlyList<string> SourceTypes { get; init; } = Array.Empty<string>();

    public IReadOnlyList<int> Ratings { get; init; } = Array.Empty<int>();

    public IReadOnlyList<string> BodyContains { get; init; } = Array.Empty<string>();

    public bool? Read { get; init; }

    public bool? AiAgentParticipated { get; init; }

    /// <summary>Names or ids of tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = Array.Empty<string>();

    /// <summary>Names, email addresses or ids of admins; None means unassigned.</summary>
    public IReadOnlyList<string> Assignees { get; init; } = Array.Empty<string>();

    /// <summary>Names or ids of teams; None means unassigned.</summary>
    public IReadOnlyList<string> Teams { get; init; } = Array.Empty<string>();

    public IReadOnlyList<string> ContactEmails { get; init; } = Array.Empty<string>();

    public IReadOnlyList<int> CxScores { get; init; } = Array.Empty<int>();

    public int? CxScoreAbove { get; init; }

    public int? CxScoreBelow { get; init; }

    /// <summary>What must hold of the workspace's own attributes.</summary>
    public IReadOnlyList<Condition> Attributes { get; init; } = Array.Empty<Condition>();

    /// <summary>What the filter says; null where there is none.</summary>
    public Condition? Filter { get; init; }
}
