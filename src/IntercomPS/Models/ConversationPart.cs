using System;
using System.Collections.Generic;
using IntercomPS.Text;

namespace IntercomPS;

/// <summary>A part of a conversation's thread: a message, a note or an event such as an assignment.</summary>
/// <remarks>Source: schema conversation_part, API 2.15. A conversation's first message is its Source, not a part.</remarks>
public sealed class ConversationPart
{
    /// <summary>The id of the conversation that the part belongs to.</summary>
    public string ConversationId { get; internal set; } = string.Empty;

    /// <summary>The part's id, unique within the workspace.</summary>
    public string Id { get; internal set; } = string.Empty;

    /// <summary>The kind of part in the API's spelling, an open set: comment, note, assignment, close, open, snoozed ….</summary>
    public string? PartType { get; internal set; }

    /// <summary>The body as the API gives it: HTML, or plain text where that was asked for; null for most events. Text of a stranger.</summary>
    public string? Body { get; internal set; }

    /// <summary>The body as plain text, empty when there is none.</summary>
    public string BodyText => IsPlaintext ? PlainText.FromPlain(Body) : PlainText.FromHtml(Body);

    /// <summary>When the part was made, in UTC.</summary>
    public DateTimeOffset? CreatedAt { get; internal set; }

    /// <summary>When the part last changed, in UTC.</summary>
    public DateTimeOffset? UpdatedAt { get; internal set; }

    /// <summary>When the contact was notified of it, in UTC; null when not.</summary>
    public DateTimeOffset? NotifiedAt { get; internal set; }

    /// <summary>Who made it; null where Intercom names nobody.</summary>
    public Author? Author { get; internal set; }

    /// <summary>Whom an assignment went to; null for every other part.</summary>
    public Reference? AssignedTo { get; internal set; }

    /// <summary>The files that came with it; empty when there are none.</summary>
    public IReadOnlyList<Attachment> Attachments { get; internal set; } = Array.Empty<Attachment>();

    /// <summary>The id in the system that the part was imported from; null when not imported.</summary>
    public string? ExternalId { get; internal set; }

    /// <summary>Whether the part was redacted; null where the API does not say.</summary>
    public bool? Redacted { get; internal set; }

    /// <summary>The conversation's state after the part: open, closed or snoozed; null before API 2.14.</summary>
    public string? State { get; internal set; }

    /// <summary>The names of the tags on the part; empty when there are none.</summary>
    public IReadOnlyList<string> Tags { get; internal set; } = Array.Empty<string>();

    /// <summary>
    /// Whether a person would count it as a message of the conversation: it has a body and was
    /// written by a contact, an admin or a bot, and it is no internal note.
    /// </summary>
    /// <remarks>
    /// The part type alone does not tell: an assignment and a close can carry a reply's text
    /// (seen in answers of the API), and new types come every month.
    /// </remarks>
    public bool IsMessage =>
        !string.IsNullOrEmpty(Body)
        && PartType is not null
        && !IsNote
        && Author is { } author
        && (author.IsContact || author.Type is "admin" or "bot");

    /// <summary>Whether it is an internal note, which contacts never see.</summary>
    public bool IsNote => PartType is "note" or "note_and_reopen";

    /// <summary>Whether the body came as plain text, in which markup is only text.</summary>
    internal bool IsPlaintext { get; set; }
}
