using System;
using System.Collections.Generic;
using System.Globalization;

namespace IntercomPS.Sandbox.Reporting;

/// <summary>The datasets that the sandbox has. The form of ids and names is what public clients of the real one have met.</summary>
internal static class ReportingCatalog
{
    private const string Standard = "standard";

    public static IReadOnlyList<ReportingDataset> Datasets { get; } =
    [
        new("conversation", "Conversation", "Conversations: state, channel, people, times, ratings.", "conversation_started_at", c => c.CreatedAtUnix, [.. ConversationColumns()])
        {
            NeedsReplyBefore216 = true,
        },
        new("conversation_rating_sent", "Conversation rating", "Ratings by customers.", "conversation_rating_sent_at", RatingTime, [.. RatingColumns()]),
    ];

    private static IEnumerable<ReportingColumn> ConversationColumns() =>
    [
        new(Standard, "conversation_id", "Conversation ID", c => c.Id),
        new("timestamp", "conversation_started_at", "Conversation started at", c => Time(c.CreatedAt)),
        new("timestamp", "conversation_last_closed_at", "Conversation last closed at", c => Time(c.ClosedAt)),
        new(Standard, "current_conversation_state", "Current conversation state", c => char.ToUpperInvariant(c.State[0]) + c.State[1..]),
        new(Standard, "channel", "Channel", c => c.Source.Type),
        new("teammate", "currently_assigned_teammate_id", "Teammate currently assigned", c => c.AdminAssignee?.Name ?? "Unassigned"),
        new("team", "currently_assigned_team_id", "Team currently assigned", c => c.TeamAssignee?.Name ?? "Unassigned"),
        new("conversation", "customer_name", "Customer name", c => c.Contacts[0].Name),
        new("conversation", "conversation_title", "Conversation title", c => c.Title),
        new("conversation", "first_message", "First message", c => c.Source.Text.Plain),
        new("duration", "first_response_time", "First response time", c => Number(c.Statistics?.TimeToAdminReply)),
        new("ai", "ai_cx_score_rating", "CX Score rating", c => Number(c.CxScore)),
        new("ai", "ai_cx_score_explanation", "CX Score explanation", c => c.CxScoreExplanation),
        new("people", "Brand", "Brand (people)", c => c.Company?.Name),
        new("conversation", "Brand", "Brand (conversation)", c => c.FindAttribute(Data.ConversationAttributes.Topic) as string),
    ];

    private static IEnumerable<ReportingColumn> RatingColumns() =>
    [
        new(Standard, "conversation_id", "Conversation ID", c => c.Id),
        new("timestamp", "conversation_rating_sent_at", "Conversation rating sent at", c => Time(c.Rating?.RequestedAt)),
        new("conversation-rating-sent", "conversation_rating", "Conversation rating", c => Number(c.Rating?.Rating)),
        new("conversation-rating-sent", "conversation_rating_remark", "Conversation rating remark", c => c.Rating?.Remark),
    ];

    private static long? RatingTime(SandboxConversation conversation) => conversation.Rating?.RequestedAt.ToUnixTimeSeconds();

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Time(DateTimeOffset? value) => value?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
