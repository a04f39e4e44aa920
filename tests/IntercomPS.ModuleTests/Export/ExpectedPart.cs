using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;

namespace IntercomPS.ModuleTests.Export;

/// <summary>The row of a part as it must be, told from the sandbox's data.</summary>
internal static class ExpectedPart
{
    /// <summary>The columns: a contract, names and order.</summary>
    internal static readonly string[] Columns =
    [
        "conversation_id", "part_id", "part_type", "created_at", "updated_at", "author_type", "author_id", "author_name", "author_email", "is_message",
        "is_note", "assigned_to_type", "assigned_to_id", "body_text", "body", "attachment_names", "attachment_urls", "redacted", "state", "tags",
    ];

    internal static Dictionary<string, object?> Of(SandboxConversation conversation, SandboxPart part) => new()
    {
        ["conversation_id"] = conversation.Id,
        ["part_id"] = part.Id,
        ["part_type"] = part.PartType,
        ["created_at"] = part.CreatedAt,
        ["updated_at"] = part.CreatedAt,
        ["author_type"] = part.Author.Type,
        ["author_id"] = part.Author.Id,
        ["author_name"] = part.Author.Name,
        ["author_email"] = part.Author.Email,
        ["is_message"] = IsMessage(part),
        ["is_note"] = IsNote(part),
        ["assigned_to_type"] = part.AssignedToType,
        ["assigned_to_id"] = part.AssignedToId,
        ["body_text"] = ExpectedText.OfModule(part.Body ?? string.Empty),
        ["body"] = part.Body,
        ["attachment_names"] = part.Attachments.Select(attachment => attachment.Name).ToArray(),
        ["attachment_urls"] = part.Attachments.Select(attachment => attachment.Url).ToArray(),
        ["redacted"] = part.Redacted,
        ["state"] = part.State,
        ["tags"] = Array.Empty<string>(),
    };

    /// <summary>What a person would count: written by someone, for the contact's eyes.</summary>
    internal static bool IsMessage(SandboxPart part) =>
        !string.IsNullOrEmpty(part.Body) && !IsNote(part) && part.Author.Type is ("user" or "lead" or "admin" or "bot");

    private static bool IsNote(SandboxPart part) => part.PartType is "note" or "note_and_reopen";
}
