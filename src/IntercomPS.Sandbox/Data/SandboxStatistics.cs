using System;

namespace IntercomPS.Sandbox;

/// <summary>The times and counts of a conversation, all of them derived from its parts.</summary>
public sealed class SandboxStatistics
{
    /// <summary>When the contact first wrote; null where the contact never did.</summary>
    public DateTimeOffset? FirstContactReplyAt => FromUnix(FirstContactReplyAtUnix);

    /// <summary>When an admin first answered the contact; null where none did.</summary>
    public DateTimeOffset? FirstAdminReplyAt => FromUnix(FirstAdminReplyAtUnix);

    /// <summary>When the conversation was closed first; null where it never was.</summary>
    public DateTimeOffset? FirstCloseAt => FromUnix(FirstCloseAtUnix);

    /// <summary>When the conversation was closed last; null where it never was.</summary>
    public DateTimeOffset? LastCloseAt => FromUnix(LastCloseAtUnix);

    /// <summary>When the conversation was first assigned; null where it never was.</summary>
    public DateTimeOffset? FirstAssignmentAt => FromUnix(FirstAssignmentAtUnix);

    /// <summary>The id of the admin who closed the conversation last; null where it never was, or a bot did.</summary>
    public string? LastClosedById { get; internal set; }

    /// <summary>How often the conversation was opened again.</summary>
    public int CountReopens { get; internal set; }

    /// <summary>How often the conversation was assigned.</summary>
    public int CountAssignments { get; internal set; }

    /// <summary>The true number of parts, also where more than 500 exist.</summary>
    public int CountConversationParts { get; internal set; }

    /// <summary>Seconds from the start to the first assignment; null where there is none.</summary>
    public int? TimeToAssignment => Since(FirstAssignmentAtUnix);

    /// <summary>Seconds from the start to the first answer of an admin; null where there is none.</summary>
    public int? TimeToAdminReply => Since(FirstAdminReplyAtUnix);

    /// <summary>Seconds from the start to the first close; null where there is none.</summary>
    public int? TimeToFirstClose => Since(FirstCloseAtUnix);

    /// <summary>Seconds from the start to the last close; null where there is none.</summary>
    public int? TimeToLastClose => Since(LastCloseAtUnix);

    /// <summary>The median of the seconds that contacts waited for an admin; null where no admin answered.</summary>
    public int? MedianTimeToReply { get; internal set; }

    internal long StartedAtUnix { get; init; }

    internal long? FirstContactReplyAtUnix { get; set; }

    internal long? LastContactReplyAtUnix { get; set; }

    internal long? FirstAssignmentAtUnix { get; set; }

    internal long? LastAssignmentAtUnix { get; set; }

    internal long? LastAssignmentAdminReplyAtUnix { get; set; }

    internal long? FirstAdminReplyAtUnix { get; set; }

    internal long? LastAdminReplyAtUnix { get; set; }

    internal long? FirstCloseAtUnix { get; set; }

    internal long? LastCloseAtUnix { get; set; }

    internal int? HandlingTime => LastCloseAtUnix - FirstAssignmentAtUnix is long seconds and >= 0 ? (int)seconds : null;

    private static DateTimeOffset? FromUnix(long? seconds)
        => seconds is long value ? DateTimeOffset.FromUnixTimeSeconds(value) : null;

    private int? Since(long? at) => at is long value ? (int)(value - StartedAtUnix) : null;
}
