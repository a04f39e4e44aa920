using System.Collections.Generic;

namespace IntercomPS.Querying.Fields;

/// <summary>The fields of the first message.</summary>
internal static class ConversationSourceFields
{
    /// <summary>The body of the first message, which the server searches word by word.</summary>
    public static ConversationField Body { get; } =
        new("source.body", FieldKind.Text) { Read = row => row.FirstMessageBody, Aliases = ["first_message_body", "body"] };

    /// <summary>The fields.</summary>
    public static IReadOnlyList<ConversationField> All { get; } =
    [
        new("source.type", FieldKind.Word) { Read = row => row.Source?.Type },
        new("source.id", FieldKind.Id) { Read = row => row.Source?.Id },
        new("source.delivered_as", FieldKind.Word) { Read = row => row.Source?.DeliveredAs },
        new("source.subject", FieldKind.Text) { Read = row => row.Source?.Subject, Aliases = ["subject"] },
        Body,
        new("source.author.id", FieldKind.Id) { Read = row => row.Source?.Author?.Id },
        new("source.author.type", FieldKind.Word) { Read = row => row.Source?.Author?.Type },
        new("source.author.name", FieldKind.Text) { Read = row => row.Source?.Author?.Name },
        new("source.author.email", FieldKind.Text) { Read = row => row.Source?.Author?.Email },
        new("source.url", FieldKind.Text) { Read = row => row.Source?.Url },
    ];
}
