using System.Collections.Generic;
using IntercomPS.HelpGenerator.Comments;

namespace IntercomPS.HelpGenerator.Descriptions;

/// <summary>A command that one can run, and what it shows.</summary>
/// <param name="Number">One-based.</param>
/// <param name="Title">Empty when the comment gives none.</param>
/// <param name="Code">Without the comment's indentation; lines end with \n.</param>
/// <param name="Remarks">What the code shows.</param>
internal sealed record ExampleDescription(int Number, string Title, string Code, IReadOnlyList<TextBlock> Remarks);
