using System;
using System.Collections.Generic;
using IntercomPS.Text;
using Column = IntercomPS.Export.ExportColumn<IntercomPS.Conversation>;

namespace IntercomPS.Export;

/// <summary>The columns that a conversation's row can have. Names and order are a contract with other people's scripts.</summary>
internal static class ConversationColumns
{
    /// <summary>The name of the one column that may need a look-up.</summary>
    public const string ContactEmail = "contact_email";

    /// <summary>The normalized columns.</summary>
    public static IReadOnlyList<Column> Normalized { get; } =
    [
        Column.Text("conversation_id", row => row.Id),
        Column.Text("contact_id", row => row.ContactId),
        Column.Text(ContactEmail, row => row.ContactEmail),
        Column.Text("company_id", row => row.CompanyId),
        Column.Time("created_at", row => Known(row.CreatedAt)),
        Column.Time("closed_at", row => row.ClosedAt),
        Column.Text("state", row => row.State),
        Column.Texts("tags", row => row.Tags),
        Column.Number("rating", row => row.Rating),
        Column.Text("rating_remark", row => row.RatingRemark),
        Column.Number("message_count", row => row.MessageCount),
        Column.Seconds("time_to_first_reply_seconds", row => row.TimeToFirstReply),
        Column.Seconds("time_to_resolution_seconds", row => row.TimeToResolution),
        Column.Text("first_message_body", row => row.FirstMessageBody),
    ];

    /// <summary>The normalized columns and, after them, all others.</summary>
    public static IReadOnlyList<Column> Full { get; } =
    [
        .. Normalized,
        Column.Time("updated_at", row => Known(row.UpdatedAt)),
        Column.Text("title", row => row.Title),
        Column.Text("priority", row => row.Priority),
        Column.Boolean("open", row => row.Open),
        Column.Boolean("read", row => row.Read),
        Column.Time("waiting_since", row => row.WaitingSince),
        Column.Time("snoozed_until", row => row.SnoozedUntil),
        Column.Text("source_type", row => row.Source?.Type),
        Column.Text("source_url", row => row.Source?.Url),
        Column.Text("source_subject", row => PlainText.FromHtml(row.Source?.Subject)),
        Column.Text("source_delivered_as", row => row.Source?.DeliveredAs),
        Column.Text("source_author_type", row => row.Source?.Author?.Type),
        Column.Text("source_author_id", row => row.Source?.Author?.Id),
        Column.Text("source_author_name", row => row.Source?.Author?.Name),
        Column.Text("source_author_email", row => row.Source?.Author?.Email),
        Column.Text("admin_assignee_id", row => row.AdminAssigneeId),
        Column.Text("team_assignee_id", row => row.TeamAssigneeId),
        Column.Text("company_name", row => row.Company?.Name),
        Column.Time("first_contact_reply_at", row => row.FirstContactReplyAt ?? row.Statistics?.FirstContactReplyAt),
        Column.Time("rating_requested_at", row => row.ConversationRating?.RequestedAt),
        Column.Time("rating_updated_at", row => row.ConversationRating?.UpdatedAt),
        Column.Number("cx_score", row => row.CxScore),
        Column.Text("cx_score_explanation", row => row.CxScoreExplanation),
        Column.Boolean("ai_agent_participated", row => row.AiAgentParticipated),
        Column.Text("ai_agent_source_type", row => row.AiAgent?.SourceType),
        Column.Text("ai_agent_source_title", row => row.AiAgent?.SourceTitle),
        Column.Text("ai_agent_last_answer_type", row => row.AiAgent?.LastAnswerType),
        Column.Text("ai_agent_resolution_state", row => row.AiAgent?.ResolutionState),
        Column.Number("ai_agent_rating", row => row.AiAgent?.Rating),
        Column.Text("ai_agent_rating_remark", row => row.AiAgent?.RatingRemark),
        Column.Time("ai_agent_created_at", row => row.AiAgent?.CreatedAt),
        Column.Time("ai_agent_updated_at", row => row.AiAgent?.UpdatedAt),
        Column.Text("sla_name", row => row.SlaApplied?.Name),
        Column.Text("sla_status", row => row.SlaApplied?.Status),
        Column.Seconds("time_to_assignment_seconds", row => row.Statistics?.TimeToAssignment),
        Column.Seconds("time_to_first_close_seconds", row => row.Statistics?.TimeToFirstClose),
        Column.Seconds("time_to_last_close_seconds", row => row.Statistics?.TimeToLastClose),
        Column.Seconds("median_time_to_reply_seconds", row => row.Statistics?.MedianTimeToReply),
        Column.Seconds("handling_time_seconds", row => row.Statistics?.HandlingTime),
        Column.Seconds("adjusted_handling_time_seconds", row => row.Statistics?.AdjustedHandlingTime),
        Column.Time("first_assignment_at", row => row.Statistics?.FirstAssignmentAt),
        Column.Time("first_admin_reply_at", row => row.Statistics?.FirstAdminReplyAt),
        Column.Time("first_close_at", row => row.Statistics?.FirstCloseAt),
        Column.Time("last_assignment_at", row => row.Statistics?.LastAssignmentAt),
        Column.Time("last_assignment_admin_reply_at", row => row.Statistics?.LastAssignmentAdminReplyAt),
        Column.Time("last_contact_reply_at", row => row.Statistics?.LastContactReplyAt),
        Column.Time("last_admin_reply_at", row => row.Statistics?.LastAdminReplyAt),
        Column.Time("last_close_at", row => row.Statistics?.LastCloseAt),
        Column.Text("last_closed_by_id", row => row.Statistics?.LastClosedById),
        Column.Number("count_reopens", row => row.Statistics?.CountReopens),
        Column.Number("count_assignments", row => row.Statistics?.CountAssignments),
        Column.Number("count_conversation_parts", row => row.Statistics?.CountConversationParts),
        Column.Number("missing_part_count", row => row.MissingPartCount),
        Column.Attributes("custom_attributes", row => row.CustomAttributes),
    ];

    /// <summary>The columns of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <returns>Its columns in their order.</returns>
    public static IReadOnlyList<Column> Of(ExportSchema schema) => schema == ExportSchema.Full ? Full : Normalized;

    private static DateTimeOffset? Known(DateTimeOffset time) => time == DateTimeOffset.MinValue ? null : time;
}
