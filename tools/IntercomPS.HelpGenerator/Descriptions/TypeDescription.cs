using System.Collections.Generic;
using IntercomPS.HelpGenerator.Comments;

namespace IntercomPS.HelpGenerator.Descriptions;

/// <summary>A type that a cmdlet takes from the pipeline or writes to it.</summary>
internal sealed record TypeDescription(string Name, IReadOnlyList<TextBlock> Description)
{
    public static TypeDescription None(string text) => new("None", [TextBlock.Paragraph(text)]);
}
