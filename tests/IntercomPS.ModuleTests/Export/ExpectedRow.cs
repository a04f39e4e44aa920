using System.Collections.Generic;
using System.Linq;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;

namespace IntercomPS.ModuleTests.Export;

/// <summary>The row of a conversation as it must be, told from the sandbox's data.</summary>
internal static class ExpectedRow
{
    /// <summary>The normalized columns: a contract, names and order.</summary>
    internal static readonly string[] NormalizedColumns =
    [
        "conversation_id", "contact_id", "contact_email", "company_id", "created_at", "closed_at", "state", "tags", "rating", "rating_remark",
        "message_count", "time_to_first_reply_seconds", "time_to_resolution_seconds", "first_message_body",
    ];

    /// <summary>The normalized columns and, with <paramref name="full"/>, all others that follow from what the sandbox tells of its data.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="thread">Its parts where they were fetched, else null.</param>
    /// <param name="full">Whether the schema is the full one.</param>
    internal static Dictionary<string, object?> Of(SandboxConversation conversation, IReadOnlyList<SandboxPart>? thread, bool full)
    {
        bool closed = conversation.State == "closed";
        var row = new Dictionary<string, object?>
        {
            ["conversation_id"] = conversation.Id,
            ["contact_id"] = conversation.Contacts[0].Id,
            ["contact_email"] = conversation.Contacts[0].Email,
            ["company_id"] = conversation.Company?.Id,
            ["created_at"] = conversation.CreatedAt,
            ["closed_at"] = conversation.ClosedAt,
            ["state"] = conversation.State,
            ["tags"] = conversation.Tags.Select(tag => tag.Name).ToArray(),
            ["rating"] = conversation.Rating?.Rating,
            ["rating_remark"] = conversation.Rating?.Remark,
            ["message_count"] = thread is null ? conversation.Statistics?.CountConversationParts : CountMessages(conversation, thread),
            ["time_to_first_reply_seconds"] = conversation.Statistics?.TimeToAdminReply,
            ["time_to_resolution_seconds"] = closed ? conversation.Statistics?.TimeToLastClose : null,
            ["first_message_body"] = ExpectedText.OfModule(conversation.Source.Body),
        };
        if (full)
        {
            AddOwn(row, conversation);
            AddSource(row, conversation.Source);
            AddScores(row, conversation);
            AddStatistics(row, conversation.Statistics);
            row["missing_part_count"] = thread is null ? null : thread.Count <= 500 ? 0 : thread.Count - 500;
        }

        return row;
    }

    private static int CountMessages(SandboxConversation conversation, IReadOnlyList<SandboxPart> thread) =>
        (conversation.Source.Body.Length > 0 ? 1 : 0) + thread.TakeLast(500).Count(ExpectedPart.IsMessage);

    private static void AddOwn(Dictionary<string, object?> row, SandboxConversation conversation)
    {
        row["updated_at"] = conversation.UpdatedAt;
        row["title"] = conversation.Title;
        row["priority"] = conversation.Priority == "none" ? "not_priority" : "priority";
        row["open"] = conversation.State != "closed";
        row["read"] = conversation.Read;
        row["waiting_since"] = conversation.WaitingSince;
        row["snoozed_until"] = conversation.SnoozedUntil;
        row["admin_assignee_id"] = conversation.AdminAssignee?.Id;
        row["team_assignee_id"] = conversation.TeamAssignee?.Id;
        row["company_name"] = conversation.Company?.Name;
        row["sla_name"] = conversation.SlaStatus is null ? null : "First answer in 4 hours";
        row["sla_status"] = conversation.SlaStatus;
        row["custom_attributes"] = conversation.CustomAttributes;
    }

    private static void AddSource(Dictionary<string, object?> row, SandboxSource source)
    {
        row["source_type"] = source.Type;
        row["source_url"] = source.Url;
        row["source_subject"] = source.Subject;
        row["source_delivered_as"] = source.DeliveredAs;
        row["source_author_type"] = source.Author.Type;
        row["source_author_id"] = source.Author.Id;
        row["source_author_name"] = source.Author.Name;
        row["source_author_email"] = source.Author.Email;
    }

    private static void AddScores(Dictionary<string, object?> row, SandboxConversation conversation)
    {
        row["rating_requested_at"] = conversation.Rating?.RequestedAt;
        row["rating_updated_at"] = conversation.Rating?.RepliedAt;
        row["cx_score"] = conversation.CxScore;
        row["cx_score_explanation"] = conversation.CxScoreExplanation;
        row["ai_agent_participated"] = conversation.AiAgent is not null;
        row["ai_agent_source_type"] = conversation.AiAgent?.SourceType;
        row["ai_agent_source_title"] = conversation.AiAgent?.SourceTitle;
        row["ai_agent_last_answer_type"] = conversation.AiAgent?.LastAnswerType;
        row["ai_agent_resolution_state"] = conversation.AiAgent?.ResolutionState;
        row["ai_agent_rating"] = conversation.AiAgent?.Rating;
        row["ai_agent_rating_remark"] = conversation.AiAgent?.RatingRemark;
    }

    private static void AddStatistics(Dictionary<string, object?> row, SandboxStatistics? statistics)
    {
        row["first_contact_reply_at"] = statistics?.FirstContactReplyAt;
        row["time_to_assignment_seconds"] = statistics?.TimeToAssignment;
        row["time_to_first_close_seconds"] = statistics?.TimeToFirstClose;
        row["time_to_last_close_seconds"] = statistics?.TimeToLastClose;
        row["median_time_to_reply_seconds"] = statistics?.MedianTimeToReply;
        row["first_assignment_at"] = statistics?.FirstAssignmentAt;
        row["first_admin_reply_at"] = statistics?.FirstAdminReplyAt;
        row["first_close_at"] = statistics?.FirstCloseAt;
        row["last_close_at"] = statistics?.LastCloseAt;
        row["last_closed_by_id"] = statistics?.LastClosedById;
        row["count_reopens"] = statistics?.CountReopens;
        row["count_assignments"] = statistics?.CountAssignments;
        row["count_conversation_parts"] = statistics?.CountConversationParts;
    }
}
