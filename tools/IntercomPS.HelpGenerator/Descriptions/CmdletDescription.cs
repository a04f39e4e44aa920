using System.Collections.Generic;
using IntercomPS.HelpGenerator.Comments;

namespace IntercomPS.HelpGenerator.Descriptions;

/// <summary>All that help says about one cmdlet.</summary>
internal sealed record CmdletDescription(string Verb, string Noun)
{
    public string Name => $"{Verb}-{Noun}";

    public required IReadOnlyList<TextBlock> Synopsis { get; init; }

    public required IReadOnlyList<TextBlock> Description { get; init; }

    public required IReadOnlyList<ParameterDescription> Parameters { get; init; }

    public required IReadOnlyList<SyntaxDescription> Syntax { get; init; }

    public required IReadOnlyList<TypeDescription> Inputs { get; init; }

    public required IReadOnlyList<TypeDescription> Outputs { get; init; }

    public required IReadOnlyList<ExampleDescription> Examples { get; init; }

    public required IReadOnlyList<RelatedLink> Links { get; init; }
}
