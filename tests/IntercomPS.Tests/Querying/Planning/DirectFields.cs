using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Sandbox;
using IntercomPS.Text;

namespace IntercomPS.Tests.Querying.Planning;

/// <summary>The fields of conversations, read from the sandbox's own data: what the module's fields must come to, in API 2.15.</summary>
internal static class DirectFields
{
    private static readonly Dictionary<string, Func<SandboxConversation, object?>> Readers = new(StringComparer.Ordinal)
    {
        ["id"] = c => c.Id,
        ["created_at"] = c => c.CreatedAtUnix,
        ["updated_at"] = c => c.UpdatedAtUnix,
        ["contact_ids"] = c => c.Contacts.Select(contact => contact.Id).ToArray(),
        ["teammate_ids"] = c => c.Teammates.Select(admin => admin.Id).ToArray(),
        ["admin_assignee_id"] = c => (long)(c.AdminAssignee?.Number ?? 0),
        ["team_assignee_id"] = c => (long)(c.TeamAssignee?.Number ?? 0),
        ["channel_initiated"] = c => c.Source.Type,
        ["open"] = c => c.State != "closed",
        ["read"] = c => c.Read,
        ["state"] = c => c.State,
        ["waiting_since"] = c => c.WaitingSinceUnix,
        ["snoozed_until"] = c => c.SnoozedUntilUnix,
        ["tag_ids"] = c => c.Tags.Select(tag => tag.Id).ToArray(),
        ["priority"] = c => c.Priority == "none" ? "not_priority" : "priority",
        ["title"] = c => c.Title,
        ["company_id"] = c => c.Company?.Id,
        ["company_name"] = c => c.Company?.Name,
        ["sla_name"] = c => c.SlaStatus is null ? null : "First answer in 4 hours",
        ["sla_status"] = c => c.SlaStatus,
        ["source.type"] = c => c.Source.Type,
        ["source.id"] = c => c.Source.Id,
        ["source.delivered_as"] = c => c.Source.DeliveredAs,
        ["source.subject"] = c => c.Source.Subject,
        ["source.body"] = c => PlainText.FromHtml(c.Source.Body),
        ["source.author.id"] = c => c.Source.Author.Id,
        ["source.author.type"] = c => c.Source.Author.Type,
        ["source.author.name"] = c => c.Source.Author.Name,
        ["source.author.email"] = c => c.Source.Author.Email,
        ["source.url"] = c => c.Source.Url,
        ["statistics.time_to_assignment"] = c => (long?)c.Statistics?.TimeToAssignment,
        ["statistics.time_to_admin_reply"] = c => (long?)c.Statistics?.TimeToAdminReply,
        ["statistics.time_to_first_close"] = c => (long?)c.Statistics?.TimeToFirstClose,
        ["statistics.time_to_last_close"] = c => (long?)c.Statistics?.TimeToLastClose,
        ["statistics.median_time_to_reply"] = c => (long?)c.Statistics?.MedianTimeToReply,
        ["statistics.first_contact_reply_at"] = c => c.Statistics?.FirstContactReplyAtUnix,
        ["statistics.first_assignment_at"] = c => c.Statistics?.FirstAssignmentAtUnix,
        ["statistics.first_admin_reply_at"] = c => c.Statistics?.FirstAdminReplyAtUnix,
        ["statistics.first_close_at"] = c => c.Statistics?.FirstCloseAtUnix,
        ["statistics.last_assignment_at"] = c => c.Statistics?.LastAssignmentAtUnix,
        ["statistics.last_assignment_admin_reply_at"] = c => c.Statistics?.LastAssignmentAdminReplyAtUnix,
        ["statistics.last_contact_reply_at"] = c => c.Statistics?.LastContactReplyAtUnix,
        ["statistics.last_admin_reply_at"] = c => c.Statistics?.LastAdminReplyAtUnix,
        ["statistics.last_close_at"] = c => c.Statistics?.LastCloseAtUnix,
        ["statistics.last_closed_by_id"] = c => c.Statistics?.LastClosedById,
        ["statistics.count_reopens"] = c => (long?)c.Statistics?.CountReopens,
        ["statistics.count_assignments"] = c => (long?)c.Statistics?.CountAssignments,
        ["statistics.count_conversation_parts"] = c => (long?)c.Statistics?.CountConversationParts,
        ["statistics.handling_time"] = c => (long?)c.Statistics?.HandlingTime,
        ["statistics.adjusted_handling_time"] = c => (long?)(c.Statistics?.HandlingTime / 2),
        ["conversation_rating.requested_at"] = c => c.Rating?.RequestedAtUnix,
        ["conversation_rating.replied_at"] = c => c.Rating?.RepliedAtUnix,
        ["conversation_rating.score"] = c => (long?)c.Rating?.Rating,
        ["conversation_rating.remark"] = c => c.Rating?.Remark,
        ["conversation_rating.contact_id"] = c => c.Rating is null ? null : c.Contacts[0].Id,
        ["conversation_rating.admin_d"] = c => c.Rating is null ? null : c.Rating.Teammate?.Id ?? SandboxRating.BotId,
        ["ai_agent_participated"] = c => c.AiAgent is not null,
        ["ai_agent.resolution_state"] = c => c.AiAgent?.ResolutionState,
        ["ai_agent.last_answer_type"] = c => c.AiAgent?.LastAnswerType,
        ["ai_agent.rating"] = c => (long?)c.AiAgent?.Rating,
        ["ai_agent.rating_remark"] = c => c.AiAgent?.RatingRemark,
        ["ai_agent.source_type"] = c => c.AiAgent?.SourceType,
        ["ai_agent.source_title"] = c => c.AiAgent?.SourceTitle,
        ["cx_score"] = c => (long?)c.CxScore,
        ["cx_score_explanation"] = c => c.CxScoreExplanation,
        ["closed_at"] = c => c.State == "closed" ? c.Statistics?.LastCloseAtUnix : null,
        ["time_to_resolution"] = c => c.State == "closed" ? (long?)c.Statistics?.TimeToLastClose : null,
        ["tag"] = c => c.Tags.Select(tag => tag.Name).ToArray(),
        ["admin"] = c => c.AdminAssignee is { } admin ? new[] { admin.Name, admin.Email } : null,
        ["team"] = c => c.TeamAssignee?.Name,
        ["contact_email"] = c => c.Contacts.Select(contact => contact.Email).OfType<string>().ToArray(),
    };

    /// <summary>The fields that can be read.</summary>
    public static IReadOnlyCollection<string> Names => Readers.Keys;

    /// <summary>Reads a field; an attribute by its exact name behind "custom_attributes.".</summary>
    public static object? Read(SandboxConversation conversation, string name) => Readers.TryGetValue(name, out Func<SandboxConversation, object?>? read)
        ? read(conversation)
        : conversation.CustomAttributes.TryGetValue(name["custom_attributes.".Length..], out object? value) ? value : null;
}
