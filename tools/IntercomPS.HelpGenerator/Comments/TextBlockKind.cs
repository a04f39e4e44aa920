namespace IntercomPS.HelpGenerator.Comments;

internal enum TextBlockKind
{
    Paragraph,
    BulletItem,
    NumberedItem,

    /// <summary>Its line breaks and indentation are kept.</summary>
    Code,
}
