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
    public TimeSpan? TimeToAssignment { get; internal set; }

    /// <summary>The time to the first admin's reply.</summary>
    public TimeSpan? TimeToAdminReply { get; internal set; }

    /// <summary>The time to the first close.</summary>
    public TimeSpan? TimeToFirstClose { get; internal set; }

    /// <summary>The time to the last close.</summary>
    public TimeSpan? TimeToLastClose { get; internal set; }

    /// <summary>The median time of the admins' replies after a reply of the contact.</summary>
    public TimeSpan? MedianTimeToReply { get; internal set; }

    /// <summary>The time that teammates spent on the conversation; null before API 2.13.</summary>
    public TimeSpan? HandlingTime { get; internal set; }

    /// <summary>The handling time without the time on other work; null where the API does not say.</summary>
    public TimeSpan? AdjustedHandlingTime { get; internal set; }

    /// <summary>When the contact first wrote, in UTC.</summary>
    public DateTimeOffset? FirstContactReplyAt { get; internal set; }

    /// <summary>When the conversation was first assigned after the contact first wrote, in UTC.</summary>
    public DateTimeOffset? FirstAssignmentAt { get; internal set; }

    /// <summary>When an admin first replied, in UTC.</summary>
    public DateTimeOffset? FirstAdminReplyAt { get; internal set; }

    /// <summary>When the conversation was first closed, in UTC.</summary>
    public DateTimeOffset? FirstCloseAt { get; internal set; }

    /// <summary>When the conversation was last assigned, in UTC.</summary>
    public DateTimeOffset? LastAssignmentAt { get; internal set; }

    /// <summary>When an admin first replied after the last assignment, in UTC.</summary>
    public DateTimeOffset? LastAssignmentAdminReplyAt { get; internal set; }

    /// <summary>When the contact last wrote, in UTC.</summary>
    public DateTimeOffset? LastContactReplyAt { get; internal set; }

    /// <summary>When an admin last wrote, in UTC.</summary>
    public DateTimeOffset? LastAdminReplyAt { get; internal set; }

    /// <summary>When the conversation was last closed, in UTC.</summary>
    public DateTimeOffset? LastCloseAt { get; internal set; }

    /// <summary>The id of the admin or bot who last closed it.</summary>
    public string? LastClosedById { get; internal set; }

    /// <summary>How often it was reopened.</summary>
    public int? CountReopens { get; internal set; }

    /// <summary>How often it was assigned.</summary>
    public int? CountAssignments { get; internal set; }

    /// <summary>How many parts it has, events included, also those past the 500 that the API returns.</summary>
    public int? CountConversationParts { get; internal set; }

    /// <summary>The time to the first reply, by team; empty when there is none.</summary>
    public IReadOnlyList<TeamResponseTime> AssignedTeamFirstResponseTime { get; internal set; } = Array.Empty<TeamResponseTime>();

    /// <summary>The time to the first reply within office hours, by team; empty when there is none.</summary>
    public IReadOnlyList<TeamResponseTime> AssignedTeamFirstResponseTimeInOfficeHours { get; internal set; } = Array.Empty<TeamResponseTime>();
}
