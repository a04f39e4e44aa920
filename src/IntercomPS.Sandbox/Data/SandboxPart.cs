using System;
using System.Collections.Generic;
using IntercomPS.Sandbox.Data;

namespace IntercomPS.Sandbox;

/// <summary>One part of a conversation: a message, a note or an event.</summary>
public sealed class SandboxPart
{
    internal SandboxPart(long id, string partType, long at, SandboxAuthor author, SandboxText? text, string state)
    {
        Number = id;
        PartType = partType;
        CreatedAtUnix = at;
        Author = author;
        Text = text;
        State = state;
    }

    /// <summary>The part's id, unique in the workspace.</summary>
    public string Id => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The part's type, from Intercom's open set, for example <c>comment</c>.</summary>
    public string PartType { get; }

    /// <summary>The body in HTML; null for most events and for redacted parts.</summary>
    public string? Body => Text?.Html;

    /// <summary>When the part was written.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeSeconds(CreatedAtUnix);

    /// <summary>Who wrote the part.</summary>
    public SandboxAuthor Author { get; }

    /// <summary>The state of the conversation after the part: <c>open</c>, <c>closed</c> or <c>snoozed</c>.</summary>
    public string State { get; }

    /// <summary>The id of the admin or team that the part assigned the conversation to; null where it assigned nothing.</summary>
    public string? AssignedToId { get; internal init; }

    /// <summary><c>admin</c> or <c>team</c> where the part assigned the conversation; else null.</summary>
    public string? AssignedToType { get; internal init; }

    /// <summary>Whether the part's text was redacted; its body is null then.</summary>
    public bool Redacted { get; internal init; }

    /// <summary>The part's attachments.</summary>
    public IReadOnlyList<SandboxAttachment> Attachments { get; internal init; } = [];

    internal long Number { get; }

    internal long CreatedAtUnix { get; }

    internal SandboxText? Text { get; }

    internal string? EventAttribute { get; init; }

    internal string? EventValue { get; init; }

    /// <summary>A message that the contact can see.</summary>
    internal bool IsReply => Text is not null && PartType is not ("note" or "note_and_reopen");
}
