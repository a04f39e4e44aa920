using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using IntercomPS.Querying.Conditions;

namespace IntercomPS.Querying.Planning;

/// <summary>Translates what is asked of the first message's body, which the server searches word by word.</summary>
/// <remarks>Source: "Accepted fields" of the operation searchConversations, API 2.15.</remarks>
internal static class BodyNarrowings
{
    private const string Reason = "Intercom searches source.body word by word";

    private static readonly Regex CutStart = new(@"^\S+", RegexOptions.CultureInvariant);
    private static readonly Regex CutEnd = new(@"\S+$", RegexOptions.CultureInvariant);
    private static readonly Regex HasWord = new(@"[\p{L}\p{N}]", RegexOptions.CultureInvariant);

    /// <summary>Translates a wildcard pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="negated">Whether it must not fit.</param>
    /// <returns>The search for its longest word; exact where it is one word.</returns>
    public static ServerNarrowing OfPattern(string pattern, bool negated)
    {
        var shape = WildcardShape.Of(pattern);
        if (shape.Contained is { } contained && HasWord.IsMatch(contained) && BodySearch.For(contained) is { Phrase: null } word)
        {
            return new ServerNarrowing(negated ? word.Filter with { Operator = SearchOperator.NotContains } : word.Filter, Reason: null);
        }

        string? longest = negated ? null : WholeWords(shape).Where(piece => HasWord.IsMatch(piece)).OrderByDescending(piece => piece.Length).FirstOrDefault();
        return new ServerNarrowing(longest is null ? null : BodySearch.For(longest).Filter, Reason);
    }

    /// <summary>
    /// The pieces without a word that a wildcard cuts: of "refu*" a server that compares whole words finds nothing.
    /// What stands alone between stars is taken for words, as everybody means it.
    /// </summary>
    private static IEnumerable<string> WholeWords(WildcardShape shape)
    {
        if (shape.Contained is { } contained)
        {
            return [contained];
        }

        int last = shape.Pieces.Count - 1;
        return shape.Pieces.Select((piece, place) =>
        {
            string text = place == 0 && shape.HasStart ? piece : CutStart.Replace(piece, string.Empty);
            return place == last && shape.HasEnd ? text : CutEnd.Replace(text, string.Empty);
        });
    }

    /// <summary>Translates an equality with the whole body.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="negated">Whether it must not hold.</param>
    /// <returns>The search for the longest word of the one text; nothing for several texts or an opposite.</returns>
    public static ServerNarrowing OfEquality(Comparison comparison, bool negated) => new(
        !negated && comparison.Values.Count == 1 && comparison.Values[0] is string text && HasWord.IsMatch(text) ? BodySearch.For(text).Filter : null,
        Reason);
}
