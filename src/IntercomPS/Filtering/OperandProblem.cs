using System;
using System.Linq;
using System.Management.Automation.Language;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Filtering;

/// <summary>Says what is wrong where the words of a filter do not follow each other as they must.</summary>
internal static class OperandProblem
{
    /// <summary>A condition is followed by something else than -and or -or.</summary>
    /// <param name="syntax">The filter.</param>
    /// <param name="previous">The last word of the condition.</param>
    /// <param name="found">What follows it.</param>
    /// <returns>The error, to throw.</returns>
    public static Exception NoJoin(FilterSyntax syntax, CommandElementAst previous, CommandElementAst found)
    {
        FilterSpot spot = syntax.SpotOf(found);
        return spot.Error(
            FilterWords.Instead(spot.Text) is { } instead ? $"A filter has no '{spot.Text}'. {instead}"
            : FilterWords.TryCompare(spot.Text, out _) ? $"Before {spot.Text} stands a value. Join two conditions on a field with -and: rating -ge 1 -and rating -le 2."
            : FilterWords.IsNot(spot.Text) ? $"Before {spot.Text}, join the conditions with -and or -or."
            : found is CommandParameterAst ? $"{spot.Text} is no operator of filters. They are {string.Join(" ", FilterWords.ComparisonOperators)} -and -or -not."
            : FilterWords.IsJoin("-" + spot.Text) ? WithDash(spot.Text)
            : previous is ParenExpressionAst || found is ParenExpressionAst || FieldReader.TryRead(found) is not null ? "Join conditions with -and or -or."
            : "One value is enough. Quote a text with spaces, separate several values with commas, put an expression in parentheses, and join conditions with -and or -or.");
    }

    /// <summary>A condition begins with an operator.</summary>
    /// <param name="syntax">The filter.</param>
    /// <param name="found">The operator.</param>
    /// <returns>The error, to throw.</returns>
    public static Exception NoField(FilterSyntax syntax, CommandParameterAst found)
    {
        FilterSpot spot = syntax.SpotOf(found);
        return spot.Error(FilterWords.IsJoin(spot.Text) ? $"Before {spot.Text} a condition is missing."
            : FilterWords.TryCompare(spot.Text, out _) ? $"Before {spot.Text} a field is missing."
            : $"{spot.Text} is no operator of filters. They are {string.Join(" ", FilterWords.ComparisonOperators)} -and -or -not.");
    }

    /// <summary>A field is followed by no operator that compares.</summary>
    /// <param name="syntax">The filter.</param>
    /// <param name="field">The field.</param>
    /// <param name="found">What follows it.</param>
    /// <param name="word">Its text where it is a word.</param>
    /// <returns>The error, to throw.</returns>
    public static Exception NoOperator(FilterSyntax syntax, ConversationField field, CommandElementAst found, string word)
    {
        FilterSpot spot = syntax.SpotOf(found);
        return spot.Error(
            FilterWords.Instead(word) is { } instead ? $"A filter has no '{word}'. {instead}"
            : found is CommandParameterAst ? $"{word} is no operator of filters. {FieldDescription.OperatorsOf(field)}"
            : FilterWords.IsJoin("-" + word) ? WithDash(word)
            : $"After '{field.Name}' an operator is missing. {FieldDescription.OperatorsOf(field)}");
    }

    /// <summary>[datetime]::Today.AddDays(-7), which arguments split before the parenthesis.</summary>
    /// <param name="syntax">The filter.</param>
    /// <param name="value">The first half.</param>
    /// <param name="arguments">The second half.</param>
    /// <exception cref="FilterException">It is such a call.</exception>
    public static void ThrowIfCall(FilterSyntax syntax, CommandElementAst value, ParenExpressionAst arguments)
    {
        if (syntax.SpotOf(value).End == syntax.SpotOf(arguments).Start)
        {
            string call = syntax.SpotOf(value, arguments).Text;
            string shown = call.Length > 60 || call.Any(char.IsControl) ? "(…)" : $"({call})";
            throw syntax.SpotOf(value, arguments).Error($"Put the expression in parentheses: {shown}.");
        }
    }

    private static string WithDash(string word) => $"Write -{word.ToLowerInvariant()}, with its dash.";
}
