using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Sandbox.Api;
using IntercomPS.Sandbox.Data;

namespace IntercomPS.Sandbox.Search;

/// <summary>The searchable fields of conversations (OpenAPI 2.16, searchConversations, "Accepted Fields").</summary>
internal static class ConversationFields
{
    private static readonly Dictionary<(bool HasLevels, bool TakesCxScore), FieldCatalog<SandboxConversation>> Catalogs =
        new[] { (true, true), (true, false), (false, true), (false, false) }.ToDictionary(key => key, key => Create(key.Item1, key.Item2));

    /// <summary>The catalog for a version: what <c>priority</c> means differs between them.</summary>
    /// <param name="version">The version.</param>
    /// <param name="takesCxScore">Whether the CX score is searchable (<see cref="SandboxOptions.AcceptCxScoreFilter"/>).</param>
    public static FieldCatalog<SandboxConversation> For(ApiVersion version, bool takesCxScore) => Catalogs[(version.HasPriorityLevels, takesCxScore)];

    private static FieldCatalog<SandboxConversation> Create(bool hasLevels, bool takesCxScore)
    {
        IEnumerable<SearchField<SandboxConversation>> fields =
        [
            .. Own(), .. Source(), .. People(), .. Statistics(), .. Rating(), .. AiAgent(),
            Text("priority", c => hasLevels ? c.Priority : c.Priority == "none" ? "not_priority" : "priority"),
        ];
        return new FieldCatalog<SandboxConversation>(fields, (c, name) => c.FindAttribute(name))
        {
            UnknownAttributes = takesCxScore ? [] : [ConversationAttributes.CxScore, ConversationAttributes.CxScoreExplanation],
        };
    }

    private static IEnumerable<SearchField<SandboxConversation>> Own() =>
    [
        Text("id", c => c.Id),
        Date("created_at", c => c.CreatedAtUnix),
        Date("updated_at", c => c.UpdatedAtUnix),
        Date("waiting_since", c => c.WaitingSinceUnix),
        Date("snoozed_until", c => c.SnoozedUntilUnix),
        Flag("open", c => c.State != "closed"),
        Flag("read", c => c.Read),
        Text("state", c => c.State),
        Text("channel_initiated", c => c.Source.Type),
        Texts("tag_ids", c => c.Tags.Select(t => t.Id)),
    ];

    private static IEnumerable<SearchField<SandboxConversation>> Source() =>
    [
        Text("source.type", c => c.Source.Type),
        Text("source.id", c => c.Source.Id),
        Text("source.delivered_as", c => c.Source.DeliveredAs),
        Text("source.subject", c => c.Source.Subject),
        Texts("source.body", c => BodyTokens.Of(c.Source.Text)),
        Text("source.author.id", c => c.Source.Author.Id),
        Text("source.author.type", c => c.Source.Author.Type),
        Text("source.author.name", c => c.Source.Author.Name),
        Text("source.author.email", c => c.Source.Author.Email),
        Text("source.url", c => c.Source.Url),
    ];

    private static IEnumerable<SearchField<SandboxConversation>> People() =>
    [
        Texts("contact_ids", c => c.Contacts.Select(x => x.Id)),
        Texts("teammate_ids", c => c.Teammates.Select(x => x.Id)),

        // Unassigned is null up to 2.15 and 0 in 2.16; a search finds it as either.
        Number("admin_assignee_id", c => c.AdminAssignee?.Number ?? 0),
        Number("team_assignee_id", c => c.TeamAssignee?.Number ?? 0),
    ];

    private static IEnumerable<SearchField<SandboxConversation>> Statistics() =>
    [
        Number("statistics.time_to_assignment", c => c.Statistics?.TimeToAssignment),
        Number("statistics.time_to_admin_reply", c => c.Statistics?.TimeToAdminReply),
        Number("statistics.time_to_first_close", c => c.Statistics?.TimeToFirstClose),
        Number("statistics.time_to_last_close", c => c.Statistics?.TimeToLastClose),
        Number("statistics.median_time_to_reply", c => c.Statistics?.MedianTimeToReply),
        Date("statistics.first_contact_reply_at", c => c.Statistics?.FirstContactReplyAtUnix),
        Date("statistics.first_assignment_at", c => c.Statistics?.FirstAssignmentAtUnix),
        Date("statistics.first_admin_reply_at", c => c.Statistics?.FirstAdminReplyAtUnix),
        Date("statistics.first_close_at", c => c.Statistics?.FirstCloseAtUnix),
        Date("statistics.last_assignment_at", c => c.Statistics?.LastAssignmentAtUnix),
        Date("statistics.last_assignment_admin_reply_at", c => c.Statistics?.LastAssignmentAdminReplyAtUnix),
        Date("statistics.last_contact_reply_at", c => c.Statistics?.LastContactReplyAtUnix),
        Date("statistics.last_admin_reply_at", c => c.Statistics?.LastAdminReplyAtUnix),
        Date("statistics.last_close_at", c => c.Statistics?.LastCloseAtUnix),
        Text("statistics.last_closed_by_id", c => c.Statistics?.LastClosedById),
        Number("statistics.count_reopens", c => c.Statistics?.CountReopens),
        Number("statistics.count_assignments", c => c.Statistics?.CountAssignments),
        Number("statistics.count_conversation_parts", c => c.Statistics?.CountConversationParts),
    ];

    private static IEnumerable<SearchField<SandboxConversation>> Rating() =>
    [
        Date("conversation_rating.requested_at", c => c.Rating?.RequestedAtUnix),
        Date("conversation_rating.replied_at", c => c.Rating?.RepliedAtUnix),
        Number("conversation_rating.score", c => c.Rating?.Rating),
        Text("conversation_rating.remark", c => c.Rating?.Remark),
        Text("conversation_rating.contact_id", c => c.Rating is null ? null : c.Contacts[0].Id),

        // The reference's own spelling.
        Text("conversation_rating.admin_d", c => c.Rating is null ? null : c.Rating.Teammate?.Id ?? SandboxRating.BotId),
    ];

    private static IEnumerable<SearchField<SandboxConversation>> AiAgent() =>
    [
        Flag("ai_agent_participated", c => c.AiAgent is not null),
        Text("ai_agent.resolution_state", c => c.AiAgent?.ResolutionState),
        Text("ai_agent.last_answer_type", c => c.AiAgent?.LastAnswerType),
        Number("ai_agent.rating", c => c.AiAgent?.Rating),
        Text("ai_agent.rating_remark", c => c.AiAgent?.RatingRemark),
        Text("ai_agent.source_type", c => c.AiAgent?.SourceType),
        Text("ai_agent.source_title", c => c.AiAgent?.SourceTitle),
    ];

    private static SearchField<SandboxConversation> Text(string name, Func<SandboxConversation, string?> read) => new(name, FieldType.Text) { Text = read };

    private static SearchField<SandboxConversation> Texts(string name, Func<SandboxConversation, IEnumerable<string>> read) => new(name, FieldType.Text) { Texts = read };

    private static SearchField<SandboxConversation> Number(string name, Func<SandboxConversation, long?> read) => new(name, FieldType.Number) { Number = read };

    private static SearchField<SandboxConversation> Date(string name, Func<SandboxConversation, long?> read) => new(name, FieldType.Date) { Number = read };

    private static SearchField<SandboxConversation> Flag(string name, Func<SandboxConversation, bool?> read) => new(name, FieldType.Flag) { Flag = read };
}
