using System.Collections.Generic;
using IntercomPS.Sandbox.Data;

namespace IntercomPS.Sandbox;

/// <summary>The message that started a conversation.</summary>
public sealed class SandboxSource
{
    internal SandboxSource(string type, string deliveredAs, SandboxAuthor author, SandboxText text)
    {
        Type = type;
        DeliveredAs = deliveredAs;
        Author = author;
        Text = text;
    }

    /// <summary>The channel, for example <c>conversation</c> or <c>email</c>.</summary>
    public string Type { get; }

    /// <summary>The message's id.</summary>
    public string Id => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>How it was started, for example <c>customer_initiated</c>.</summary>
    public string DeliveredAs { get; }

    /// <summary>Who started it.</summary>
    public SandboxAuthor Author { get; }

    /// <summary>The subject; empty for most but email.</summary>
    public string Subject { get; internal init; } = string.Empty;

    /// <summary>The body in HTML.</summary>
    public string Body => Text.Html;

    /// <summary>The page where the conversation was started; null for email and bots.</summary>
    public string? Url { get; internal init; }

    /// <summary>The files attached to the message.</summary>
    public IReadOnlyList<SandboxAttachment> Attachments { get; internal init; } = [];

    internal long Number { get; init; }

    internal SandboxText Text { get; }
}
