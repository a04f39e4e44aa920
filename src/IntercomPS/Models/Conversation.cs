using System;
using System.Collections.Generic;
using IntercomPS.Text;

namespace IntercomPS;

/// <summary>A support conversation of an Intercom workspace.</summary>
/// <remarks>
/// Holds the API's own fields and, beside them, the normalized ones that reports want (ContactEmail,
/// ClosedAt, Tags, Rating, CxScore, MessageCount, TimeToFirstReply, FirstMessageBody …). Times are in
/// UTC, ids are texts, unassigned is null, a collection without items is empty. Source: schemas
/// conversation and conversation_list_item, API 2.15.
/// </remarks>
public sealed class Conversation
{
    private string? _firstMessageBody;

    /// <summary>The id, unique within the workspace only.</summary>
    public string Id { get; internal set; } = string.Empty;

    /// <summary>The title; null when it has none. Text of a stranger.</summary>
    public string? Title { get; internal set; }

    /// <summary>When the conversation began, in UTC. It never moves.</summary>
    public DateTimeOffset CreatedAt { get; internal set; }

    /// <summary>When anything of it last changed, in UTC.</summary>
    public DateTimeOffset UpdatedAt { get; internal set; }

    /// <summary>Since when the contact waits for an answer, in UTC; null when an admin wrote last.</summary>
    public DateTimeOffset? WaitingSince { get; internal set; }

    /// <summary>Until when it is snoozed, in UTC; null when it is not.</summary>
    public DateTimeOffset? SnoozedUntil { get; internal set; }

    /// <summary>Whether it is open in the inbox.</summary>
    public bool Open { get; internal set; }

    /// <summary>The state in the API's spelling: open, closed or snoozed.</summary>
    public string State { get; internal set; } = string.Empty;

    /// <summary>Whether an admin has read it.</summary>
    public bool Read { get; internal set; }

    /// <summary>The priority in the API's spelling: priority or not_priority up to API 2.15; none, low, medium, high or urgent in 2.16.</summary>
    public string? Priority { get; internal set; }

    /// <summary>The id of the admin it is assigned to; null when unassigned.</summary>
    public string? AdminAssigneeId { get; internal set; }

    /// <summary>The id of the team it is assigned to; null when unassigned.</summary>
    public string? TeamAssigneeId { get; internal set; }

    /// <summary>The contact's company; null where there is none or the API does not say (before 2.15).</summary>
    public Company? Company { get; internal set; }

    /// <summary>The company's id in Intercom; null where there is none or the API does not say (before 2.15).</summary>
    public string? CompanyId => Company?.Id;

    /// <summary>The names of its tags; empty when there are none.</summary>
    public IReadOnlyList<string> Tags { get; internal set; } = Array.Empty<string>();

    /// <summary>Its tags with their ids, when and by whom each was applied; empty when there are none.</summary>
    public IReadOnlyList<Tag> TagDetails { get; internal set; } = Array.Empty<Tag>();

    /// <summary>The customer's rating with its details; null when none was requested.</summary>
    public ConversationRating? ConversationRating { get; internal set; }

    /// <summary>The rating that the customer gave (CSAT), from 1 to 5; null when not rated. Not the CX score.</summary>
    public int? Rating => ConversationRating?.Rating;

    /// <summary>What the customer wrote beside the rating; null when nothing. Text of a stranger.</summary>
    public string? RatingRemark => string.IsNullOrEmpty(ConversationRating?.Remark) ? null : ConversationRating!.Remark;

    /// <summary>The AI-made CX score, from 1 to 5, of the attribute "CX Score rating"; null when not scored (API 2.14 and later).</summary>
    public int? CxScore { get; internal set; }

    /// <summary>The AI's explanation of the CX score; null when not scored.</summary>
    public string? CxScoreExplanation { get; internal set; }

    /// <summary>The first message: who wrote it, its channel, subject and body.</summary>
    public ConversationSource? Source { get; internal set; }

    /// <summary>The contacts that take part, ids only; empty when there are none.</summary>
    public IReadOnlyList<Reference> Contacts { get; internal set; } = Array.Empty<Reference>();

    /// <summary>The id of the contact: the first message's author where that is a contact of the conversation, else the first contact; null when there is none.</summary>
    public string? ContactId { get; internal set; }

    /// <summary>The contact's email address where the conversation carries it or it was looked up; null otherwise.</summary>
    public string? ContactEmail { get; internal set; }

    /// <summary>The admins and bots that take part; empty when there are none.</summary>
    public IReadOnlyList<Reference> Teammates { get; internal set; } = Array.Empty<Reference>();

    /// <summary>The workspace's own attributes by display name, system ones such as "CX Score rating" included; empty when there are none.</summary>
    public IReadOnlyDictionary<string, object?> CustomAttributes { get; internal set; } = NoAttributes;

    /// <summary>When the contact first wrote, in UTC; null when it has not.</summary>
    public DateTimeOffset? FirstContactReplyAt { get; internal set; }

    /// <summary>The service level agreement; null when there is none.</summary>
    public SlaApplied? SlaApplied { get; internal set; }

    /// <summary>Intercom's own times and counts; null where the API gives none.</summary>
    public ConversationStatistics? Statistics { get; internal set; }

    /// <summary>Whether Intercom's AI agent took part; null where the API does not say.</summary>
    public bool? AiAgentParticipated { get; internal set; }

    /// <summary>What the AI agent did; null when it took no part.</summary>
    public AiAgent? AiAgent { get; internal set; }

    /// <summary>The conversations and tickets that are linked to this one; empty when there are none.</summary>
    public IReadOnlyList<Reference> LinkedObjects { get; internal set; } = Array.Empty<Reference>();

    /// <summary>The thread, oldest first: the 500 most recent parts; empty where it was not fetched (searches never return it).</summary>
    public IReadOnlyList<ConversationPart> Parts { get; internal set; } = Array.Empty<ConversationPart>();

    /// <summary>Whether the thread was fetched.</summary>
    public bool HasParts { get; internal set; }

    /// <summary>How many parts the thread lacks, since the API returns the 500 most recent only; 0 when complete, null where the thread was not fetched.</summary>
    public int? MissingPartCount { get; internal set; }

    internal long? TotalPartCount { get; set; }

    /// <summary>When it was last closed, in UTC; null unless it is closed now.</summary>
    public DateTimeOffset? ClosedAt => State == "closed" ? Statistics?.LastCloseAt : null;

    /// <summary>The time to the first admin's reply; null when there is none.</summary>
    public TimeSpan? TimeToFirstReply => Statistics?.TimeToAdminReply;

    /// <summary>The time to the last close; null unless it is closed now.</summary>
    public TimeSpan? TimeToResolution => State == "closed" ? Statistics?.TimeToLastClose : null;

    /// <summary>
    /// The messages that a person would count (the first one and every part that is one) where the
    /// thread was fetched, else all the parts that Intercom counted; null where it says nothing.
    /// </summary>
    public int? MessageCount
    {
        get
        {
            if (!HasParts)
            {
                return Statistics?.CountConversationParts;
            }

            int count = string.IsNullOrEmpty(Source?.Body) ? 0 : 1;
            foreach (ConversationPart part in Parts)
            {
                count += part.IsMessage ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>The first message as plain text: no markup, entities decoded, links as text; empty when there is none. Text of a stranger.</summary>
    public string FirstMessageBody => _firstMessageBody ??=
        Source is { IsPlaintext: true } ? PlainText.FromPlain(Source.Body) : PlainText.FromHtml(Source?.Body);

    internal static IReadOnlyDictionary<string, object?> NoAttributes { get; } =
        new System.Collections.ObjectModel.ReadOnlyDictionary<string, object?>(new Dictionary<string, object?>());

    /// <summary>The id.</summary>
    /// <returns>The conversation's id.</returns>
    public override string ToString() => Id;
}
