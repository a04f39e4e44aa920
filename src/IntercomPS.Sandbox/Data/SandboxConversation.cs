using System;
using System.Collections.Generic;
using System.Linq;

namespace IntercomPS.Sandbox;

/// <summary>A conversation as the sandbox holds it; its parts come from <see cref="SandboxWorkspace.GetParts"/>.</summary>
public sealed class SandboxConversation
{
    internal SandboxConversation(string id, int index, long createdAt, SandboxSource source, SandboxContact contact)
    {
        Id = id;
        Index = index;
        CreatedAtUnix = createdAt;
        Source = source;
        Contacts = [contact];
    }

    /// <summary>The conversation's id: fifteen digits that increase with the time of creation.</summary>
    public string Id { get; }

    /// <summary>When the conversation was started.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeSeconds(CreatedAtUnix);

    /// <summary>When the conversation last changed.</summary>
    public DateTimeOffset UpdatedAt => DateTimeOffset.FromUnixTimeSeconds(UpdatedAtUnix);

    /// <summary>When the conversation was closed last; null unless it is closed now.</summary>
    public DateTimeOffset? ClosedAt => State == "closed" ? Statistics?.LastCloseAt : null;

    /// <summary><c>open</c>, <c>closed</c> or <c>snoozed</c>.</summary>
    public string State { get; internal set; } = "open";

    /// <summary>When a snoozed conversation opens again; null unless it is snoozed.</summary>
    public DateTimeOffset? SnoozedUntil => SnoozedUntilUnix is long at ? DateTimeOffset.FromUnixTimeSeconds(at) : null;

    /// <summary>Since when the contact waits for an answer; null where nobody waits.</summary>
    public DateTimeOffset? WaitingSince => WaitingSinceUnix is long at ? DateTimeOffset.FromUnixTimeSeconds(at) : null;

    /// <summary>Whether the contact has read the last message.</summary>
    public bool Read { get; internal set; }

    /// <summary>The title; null for about half of them.</summary>
    public string? Title { get; internal set; }

    /// <summary>The priority in the words of version 2.16: <c>none</c>, <c>low</c>, <c>medium</c>, <c>high</c> or <c>urgent</c>.</summary>
    public string Priority { get; internal set; } = "none";

    /// <summary>The message that started the conversation.</summary>
    public SandboxSource Source { get; }

    /// <summary>The contacts who take part, the first the one who is answered.</summary>
    public IReadOnlyList<SandboxContact> Contacts { get; internal set; }

    /// <summary>The company that the conversation is about: the contact's, or the one it was set to; null for about half of them.</summary>
    public SandboxCompany? Company
    {
        get => field ?? Contacts[0].Company;
        internal set;
    }

    /// <summary>The admin who is assigned; null where nobody is.</summary>
    public SandboxAdmin? AdminAssignee { get; internal set; }

    /// <summary>The team that is assigned; null where none is.</summary>
    public SandboxTeam? TeamAssignee { get; internal set; }

    /// <summary>The admins who wrote in the conversation, and its assignee.</summary>
    public IReadOnlyList<SandboxAdmin> Teammates { get; internal set; } = [];

    /// <summary>The conversation's tags.</summary>
    public IReadOnlyList<SandboxTag> Tags { get; internal set; } = [];

    /// <summary>The customer's rating; null where none was given.</summary>
    public SandboxRating? Rating { get; internal set; }

    /// <summary>What the AI agent did; null where it took no part.</summary>
    public SandboxAiAgent? AiAgent { get; internal set; }

    /// <summary>The status of the SLA (<c>hit</c>, <c>missed</c> or <c>active</c>); null where none applies.</summary>
    public string? SlaStatus { get; internal set; }

    /// <summary>The statistics; null for an outbound message that nobody answered.</summary>
    public SandboxStatistics? Statistics { get; internal set; }

    /// <summary>The custom attributes by their display names, CX score included.</summary>
    public IReadOnlyDictionary<string, object> CustomAttributes => Attributes.ToDictionary(a => a.Key, a => a.Value);

    /// <summary>The CX score from 1 to 5; null where the conversation was not scored.</summary>
    public int? CxScore => FindAttribute(Data.ConversationAttributes.CxScore) is long score ? (int)score : null;

    /// <summary>Why the CX score is what it is; null where the conversation was not scored.</summary>
    public string? CxScoreExplanation => FindAttribute(Data.ConversationAttributes.CxScoreExplanation) as string;

    internal int Index { get; }

    internal long CreatedAtUnix { get; }

    internal long UpdatedAtUnix { get; set; }

    internal long? SnoozedUntilUnix { get; set; }

    internal long? WaitingSinceUnix { get; set; }

    /// <summary>The rating that the seed gave; its times come from the parts.</summary>
    internal int? RatingDrawn { get; init; }

    internal string? RemarkDrawn { get; init; }

    internal IReadOnlyList<KeyValuePair<string, object>> Attributes { get; set; } = [];

    /// <summary>The parts, where they were asked for or changed; else null, and they are made from the seed.</summary>
    internal List<SandboxPart>? ChangedParts { get; set; }

    internal object? FindAttribute(string name)
    {
        foreach (KeyValuePair<string, object> attribute in Attributes)
        {
            if (attribute.Key == name)
            {
                return attribute.Value;
            }
        }

        return null;
    }
}
