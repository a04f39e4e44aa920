using System;
using System.Collections.Generic;

namespace IntercomPS;

/// <summary>The times and counts that Intercom keeps of a conversation, for reports.</summary>
/// <remarks>
/// Durations leave out the time outside of office hours where the workspace has set them. Every
/// value is null until the event that it tells of. Source: schema conversation_statistics, API 2.15.
/// </remarks>
public sealed class ConversationStatistics
{
    /// <summary>The time to the last assignment before the first admin's reply.</summary>
    public TimeSpan? TimeToAssignment { get; init; }

    /// <summary>The time to the first admin's reply.</summary>
    public TimeSpan? TimeToAdminReply { get; init; }

    /// <summary>The time to the first close.</summary>
    public TimeSpan? TimeToFirstClose { get; init; }

    /// <summary>The time to the last close.</summary>
    public TimeSpan? TimeToLastClose { get; init; }

    /// <summary>The median time of the admins' replies after a reply of the contact.</summary>
    public TimeSpan? MedianTimeToReply { get; init; }

    /// <summary>The time that teammates spent on the conversation; null before API 2.13.</summary>
    public TimeSpan? HandlingTime { get; init; }

    /// <summary>The handling time without the time on other work; null where the API does not say.</summary>
    public TimeSpan? AdjustedHandlingTime { get; init; }

    /// <summary>When the contact first wrote, in UTC.</summary>
    public DateTimeOffset? FirstContactReplyAt { get; init; }

    /// <summary>When the conversation was first assigned after the contact first wrote, in UTC.</summary>
    public DateTimeOffset? FirstAssignmentAt { get; init; }

    /// <summary>When an admin first replied, in UTC.</summary>
    public DateTimeOffset? FirstAdminReplyAt { get; init; }

    /// <summary>When the conversation was first closed, in UTC.</summary>
    public DateTimeOffset? FirstCloseAt { get; init; }

    /// <summary>When the conversation was last assigned, in UTC.</summary>
    public DateTimeOffset? LastAssignmentAt { get; init; }

    /// <summary>When an admin first replied after the last assignment, in UTC.</summary>
    public DateTimeOffset? LastAssignmentAdminReplyAt { get; init; }

    /// <summary>When the contact last wrote, in UTC.</summary>
    public DateTimeOffset? LastContactReplyAt { get; init; }

    /// <summary>When an admin last wrote, in UTC.</summary>
    public DateTimeOffset? LastAdminReplyAt { get; init; }

    /// <summary>When the conversation was last closed, in UTC.</summary>
    public DateTimeOffset? LastCloseAt { get; init; }

    /// <summary>The id of the admin or bot who last closed it.</summary>
    public string? LastClosedById { get; init; }

    /// <summary>How often it was reopened.</summary>
    public int? CountReopens { get; init; }

    /// <summary>How often it was assigned.</summary>
    public int? CountAssignments { get; init; }

    /// <summary>How many parts it has, events included, also those past the 500 that the API returns.</summary>
    public int? CountConversationParts { get; init; }

    /// <summary>The time to the first reply, by team; empty when there is none.</summary>
    public IReadOnlyList<TeamResponseTime> AssignedTeamFirstResponseTime { get; init; } = Array.Empty<TeamResponseTime>();

    /// <summary>The time to the first reply within office hours, by team; empty when there is none.</summary>
    public IReadOnlyList<TeamResponseTime> AssignedTeamFirstResponseTimeInOfficeHours { get; init; } = Array.Empty<TeamResponseTime>();
}
