using System;
using System.Collections.Generic;

namespace IntercomPS.Querying.Fields;

/// <summary>The times and counts that Intercom keeps of a conversation.</summary>
internal static class ConversationStatisticsFields
{
    /// <summary>The last close, whatever the state is now.</summary>
    public static ConversationField LastCloseAt { get; } = Time("last_close_at", statistics => statistics.LastCloseAt);

    /// <summary>The time to the last close, whatever the state is now.</summary>
    public static ConversationField TimeToLastClose { get; } = Duration("time_to_last_close", statistics => statistics.TimeToLastClose);

    /// <summary>The fields.</summary>
    public static IReadOnlyList<ConversationField> All { get; } =
    [
        Duration("time_to_assignment", statistics => statistics.TimeToAssignment),
        Duration("time_to_admin_reply", statistics => statistics.TimeToAdminReply, "time_to_first_reply", "time_to_first_reply_seconds"),
        Duration("time_to_first_close", statistics => statistics.TimeToFirstClose),
        TimeToLastClose,
        Duration("median_time_to_reply", statistics => statistics.MedianTimeToReply),
        Time("first_contact_reply_at", statistics => statistics.FirstContactReplyAt),
        Time("first_assignment_at", statistics => statistics.FirstAssignmentAt),
        Time("first_admin_reply_at", statistics => statistics.FirstAdminReplyAt),
        Time("first_close_at", statistics => statistics.FirstCloseAt),
        Time("last_assignment_at", statistics => statistics.LastAssignmentAt),
        Time("last_assignment_admin_reply_at", statistics => statistics.LastAssignmentAdminReplyAt),
        Time("last_contact_reply_at", statistics => statistics.LastContactReplyAt),
        Time("last_admin_reply_at", statistics => statistics.LastAdminReplyAt),
        LastCloseAt,
        new("statistics.last_closed_by_id", FieldKind.Id) { Read = row => row.Statistics?.LastClosedById, Aliases = ["last_closed_by_id"] },
        Count("count_reopens", statistics => statistics.CountReopens),
        Count("count_assignments", statistics => statistics.CountAssignments),
        Count("count_conversation_parts", statistics => statistics.CountConversationParts, "message_count"),
        Duration("handling_time", statistics => statistics.HandlingTime) with { ServerField = null },
        Duration("adjusted_handling_time", statistics => statistics.AdjustedHandlingTime) with { ServerField = null },
    ];

    private static ConversationField Time(string name, Func<ConversationStatistics, DateTimeOffset?> read) =>
        new("statistics." + name, FieldKind.Time)
        {
            Read = row => row.Statistics is { } statistics ? FieldValue.Of(read(statistics)) : null, Aliases = [name],
        };

    private static ConversationField Duration(string name, Func<ConversationStatistics, TimeSpan?> read, params string[] aliases) =>
        new("statistics." + name, FieldKind.Duration)
        {
            Read = row => row.Statistics is { } statistics ? FieldValue.Of(read(statistics)) : null, Aliases = [name, name + "_seconds", .. aliases],
        };

    private static ConversationField Count(string name, Func<ConversationStatistics, int?> read, params string[] aliases) =>
        new("statistics." + name, FieldKind.Integer)
        {
            Read = row => row.Statistics is { } statistics ? FieldValue.Of(read(statistics)) : null, Aliases = [name, .. aliases],
        };
}
