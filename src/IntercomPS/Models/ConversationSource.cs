using System;
using System.Collections.Generic;

namespace IntercomPS;

/// <summary>The message that began a conversation.</summary>
/// <remarks>Source: schema conversation_source, API 2.15.</remarks>
public sealed class ConversationSource
{
    /// <summary>The channel in the API's spelling, an open set: conversation, email, facebook, instagram, phone_call, phone_switch, push, sms, twitter, whatsapp ….</summary>
    public string? Type { get; internal set; }

    /// <summary>The message's id.</summary>
    public string? Id { get; internal set; }

    /// <summary>How the conversation came about: customer_initiated, admin_initiated, campaigns_initiated, operator_initiated, automated ….</summary>
    public string? DeliveredAs { get; internal set; }

    /// <summary>The subject, HTML possible; empty or null where the channel has none.</summary>
    public string? Subject { get; internal set; }

    /// <summary>The body as the API gives it: HTML, or plain text where that was asked for; null when redacted or empty. Text of a stranger.</summary>
    public string? Body { get; internal set; }

    /// <summary>Who wrote it.</summary>
    public Author? Author { get; internal set; }

    /// <summary>The page on which the conversation began; null for email, bots and Twitter.</summary>
    public string? Url { get; internal set; }

    /// <summary>Whether the message was redacted; null where the API does not say.</summary>
    public bool? Redacted { get; internal set; }

    /// <summary>The files that came with it; empty when there are none.</summary>
    public IReadOnlyList<Attachment> Attachments { get; internal set; } = Array.Empty<Attachment>();

    /// <summary>The channel.</summary>
    /// <returns>The type, empty when there is none.</returns>
    public override string ToString() => Type ?? string.Empty;

    /// <summary>Whether the body came as plain text, in which markup is only text.</summary>
    internal bool IsPlaintext { get; set; }
}
