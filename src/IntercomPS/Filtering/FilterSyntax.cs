using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using IntercomPS.Querying;

namespace IntercomPS.Filtering;

/// <summary>A filter as PowerShell's own parser reads it. Nothing of it is executed.</summary>
internal sealed class FilterSyntax
{
    /// <summary>The longest filter, in characters.</summary>
    public const int MaxLength = 32_768;

    // Characters in all passes. Each settles at least one group or line for good, usually all; this bounds what was made to be slow.
    private const int MaxWork = 2_000_000;

    private readonly FilterLayout _layout;

    private FilterSyntax(FilterLayout layout, IReadOnlyList<CommandElementAst> elements)
    {
        _layout = layout;
        Elements = elements;
    }

    /// <summary>The words of the filter.</summary>
    public IReadOnlyList<CommandElementAst> Elements { get; }

    /// <summary>Reads a filter.</summary>
    /// <param name="source">The filter.</param>
    /// <returns>What the parser found.</returns>
    /// <exception cref="FilterException">It is no single row of words.</exception>
    public static FilterSyntax Parse(string source)
    {
        if (source.Length > MaxLength)
        {
            throw new FilterSpot(source, MaxLength, MaxLength).Error(
                $"The filter is longer than {MaxLength} characters. Put long lists into a variable and compare with -in $variable.");
        }

        (FilterLayout layout, ScriptBlockAst script, FilterScan scan, ParseError? error) = Settle(source);
        ThrowFirstProblem(layout, scan, error);
        return script.EndBlock.Statements is [PipelineAst pipeline]
            ? new FilterSyntax(layout, ElementsOf(layout, pipeline))
            : throw layout.SpotOf(script.Extent).Error("A filter is one row of conditions, joined with -and or -or.");
    }

    /// <summary>The words of a group.</summary>
    /// <param name="group">The parentheses.</param>
    /// <returns>The words.</returns>
    public IReadOnlyList<CommandElementAst> ElementsOf(ParenExpressionAst group) =>
        group.Pipeline is PipelineAst pipeline ? ElementsOf(_layout, pipeline) : throw NoConditions(_layout, group);

    /// <summary>The place of something in the filter.</summary>
    /// <param name="ast">What the parser found.</param>
    /// <returns>Its place.</returns>
    public FilterSpot SpotOf(Ast ast) => _layout.SpotOf(ast.Extent);

    /// <summary>The place of a word and what follows it.</summary>
    /// <param name="first">The first word.</param>
    /// <param name="last">The last one.</param>
    /// <returns>The place of both and all between them.</returns>
    public FilterSpot SpotOf(Ast first, Ast last) => _layout.Spot(SpotOf(first).Start, SpotOf(last).End);

    /// <summary>Parses until every group reads as the arguments of a command, since a group's start decides how the rest of it is read.</summary>
    private static (FilterLayout Layout, ScriptBlockAst Script, FilterScan Scan, ParseError? Error) Settle(string source)
    {
        int start = source.TakeWhile(char.IsWhiteSpace).Count();
        List<int> groups = [];
        List<(int, int)> blanks = [];
        for (int work = source.Length; ; work += source.Length)
        {
            var layout = new FilterLayout(source, [start, .. groups], blanks);
            ScriptBlockAst script = StackSafeParser.Parse(layout.Text, out Token[] tokens, out ParseError[] errors);
            FilterScan scan = FilterScan.Of(tokens, layout);
            if (scan.TooDeep is { } tooDeep)
            {
                throw tooDeep.Error($"The filter is nested more than {FilterScan.MaxDepth} deep. Take parentheses away, or make several searches.");
            }

            if (scan.Groups.SequenceEqual(groups) && scan.Blanks.Count == 0)
            {
                return (layout, script, scan, errors.Length > 0 ? errors[0] : null);
            }

            if (work > MaxWork)
            {
                throw layout.Spot(start, source.Length).Error("The filter is too complicated. Take parentheses away, or make several searches.");
            }

            (groups, blanks) = (scan.Groups, [.. blanks, .. scan.Blanks]);
        }
    }

    private static void ThrowFirstProblem(FilterLayout layout, FilterScan scan, ParseError? error)
    {
        FilterSpot? errorSpot = error is null ? null : layout.SpotOf(error.Extent);
        if (scan.Separator is { } separator && !(errorSpot?.Start < separator.Start))
        {
            string written = separator.Text is ">" or "<" && separator.End < separator.Source.Length && separator.Source[separator.End] is '=' or '>'
                ? separator.Text + separator.Source[separator.End]
                : separator.Text;
            throw (separator with { End = separator.Start + written.Length }).Error(
                $"A filter has no '{written}'. {FilterWords.Instead(written) ?? "Nothing can be redirected in it."}");
        }

        if (errorSpot is not null)
        {
            throw errorSpot.Error("PowerShell cannot read the filter: " + error!.Message);
        }
    }

    private static IReadOnlyList<CommandElementAst> ElementsOf(FilterLayout layout, PipelineAst pipeline) =>
        pipeline.PipelineElements is [CommandAst { Redirections.Count: 0 } command] && layout.IsOwn(command.Extent)
            ? [.. command.CommandElements.Skip(1)]
            : throw NoConditions(layout, pipeline);

    private static InvalidQueryException NoConditions(FilterLayout layout, Ast ast) =>
        layout.SpotOf(ast.Extent).Error("Conditions cannot be read here: each is a field, an operator and a value, joined with -and or -or.");
}
