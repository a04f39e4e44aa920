using System.Collections.Generic;
using System.Linq;
using Column = IntercomPS.Export.ExportColumn<IntercomPS.ConversationPart>;

namespace IntercomPS.Export;

/// <summary>The columns of a part's row: of the second CSV file and of the parts array in JSON.</summary>
/// <remarks>A conversation's first message is no part: its text is the conversation's first_message_body.</remarks>
internal static class PartColumns
{
    /// <summary>All of them, in their order.</summary>
    public static IReadOnlyList<Column> All { get; } =
    [
        Column.Text("conversation_id", row => row.ConversationId),
        Column.Text("part_id", row => row.Id),
        Column.Text("part_type", row => row.PartType),
        Column.Time("created_at", row => row.CreatedAt),
        Column.Time("updated_at", row => row.UpdatedAt),
        Column.Text("author_type", row => row.Author?.Type),
        Column.Text("author_id", row => row.Author?.Id),
        Column.Text("author_name", row => row.Author?.Name),
        Column.Text("author_email", row => row.Author?.Email),
        Column.Boolean("is_message", row => row.IsMessage),
        Column.Boolean("is_note", row => row.IsNote),
        Column.Text("assigned_to_type", row => row.AssignedTo?.Type),
        Column.Text("assigned_to_id", row => row.AssignedTo?.Id),
        Column.Text("body_text", row => row.BodyText),
        Column.Text("body", row => row.Body),
        Column.Texts("attachment_names", row => AttachmentNames(row)),
        Column.Texts("attachment_urls", row => AttachmentUrls(row)),
        Column.Boolean("redacted", row => row.Redacted),
        Column.Text("state", row => row.State),
        Column.Texts("tags", row => row.Tags),
    ];

    private static string[] AttachmentNames(ConversationPart part) =>
        part.Attachments.Count == 0 ? [] : part.Attachments.Select(attachment => attachment.Name ?? string.Empty).ToArray();

    private static string[] AttachmentUrls(ConversationPart part) =>
        part.Attachments.Count == 0 ? [] : part.Attachments.Select(attachment => attachment.Url ?? string.Empty).ToArray();
}
