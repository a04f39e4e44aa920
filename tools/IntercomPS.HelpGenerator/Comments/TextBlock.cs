namespace IntercomPS.HelpGenerator.Comments;

/// <summary>A paragraph, list item or piece of code of a comment, as plain text.</summary>
internal sealed record TextBlock(TextBlockKind Kind, string Text)
{
    public static TextBlock Paragraph(string text) => new(TextBlockKind.Paragraph, text);
}
