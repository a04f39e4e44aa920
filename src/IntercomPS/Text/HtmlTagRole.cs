namespace IntercomPS.Text;

/// <summary>What an HTML element means to the plain text.</summary>
internal enum HtmlTagRole
{
    /// <summary>Nothing: its text runs on.</summary>
    Inline,

    /// <summary>It stands on lines of its own.</summary>
    Block,

    /// <summary>It ends the line.</summary>
    LineBreak,

    /// <summary>A table's cell, parted from the one before.</summary>
    Cell,

    /// <summary>An image, which leaves its alternative text.</summary>
    Image,

    /// <summary>A link, which leaves its text.</summary>
    Link,

    /// <summary>A block whose white space stays.</summary>
    Preformatted,

    /// <summary>Never shown, with all that is in it.</summary>
    Hidden,
}
