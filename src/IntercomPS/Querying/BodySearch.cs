using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace IntercomPS.Querying;

/// <summary>A text looked for in the first message.</summary>
/// <remarks>
/// The server matches single words of source.body only (API 2.15). A text of several words asks it
/// for the longest one and looks for the whole text here.
/// </remarks>
internal sealed class BodySearch
{
    private static readonly Regex Words = new(@"[\p{L}\p{N}\p{M}]+", RegexOptions.CultureInvariant);
    private static readonly Regex Edges = new(@"^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$", RegexOptions.CultureInvariant);

    private BodySearch(string word, string? phrase)
    {
        Filter = new QueryFilter("source.body", SearchOperator.Contains, word);
        Phrase = phrase;
    }

    /// <summary>The question to the server.</summary>
    public QueryFilter Filter { get; }

    /// <summary>The whole text to look for here; null where the server's answer is enough.</summary>
    public string? Phrase { get; }

    /// <summary>Makes the search for a text.</summary>
    /// <param name="text">One word or several.</param>
    /// <returns>The search.</returns>
    /// <exception cref="InvalidQueryException">The text has no letter and no digit.</exception>
    public static BodySearch For(string text)
    {
        string[] words = Words.Matches(text).Cast<Match>().Select(match => match.Value).ToArray();
        if (words.Length == 0)
        {
            throw new InvalidQueryException($"-BodyContains '{text}' has no word to look for.");
        }

        string trimmed = text.Trim();
        return words.Length == 1 && words[0] == trimmed
            ? new BodySearch(trimmed, phrase: null)
            : new BodySearch(Longest(WholeWords(text)) ?? Longest(words)!, OneSpaced(trimmed));
    }

    /// <summary>A text that a search can be made for.</summary>
    /// <param name="text">One word or several.</param>
    /// <returns>The text without white space around it.</returns>
    /// <exception cref="InvalidQueryException">The text has no letter and no digit.</exception>
    public static string Checked(string text) => For(text) is { Phrase: null } word ? (string)word.Filter.Value! : text.Trim();

    /// <summary>The words that stand free: whether the server takes "don't" or "log-in" for one word or for two is not known.</summary>
    private static IEnumerable<string> WholeWords(string text) =>
        Regex.Split(text, @"\s+").Select(chunk => Edges.Replace(chunk, string.Empty)).Where(word => Words.Match(word).Value == word && word.Length > 0);

    private static string? Longest(IEnumerable<string> words) => words.OrderByDescending(word => word.Length).FirstOrDefault();

    /// <summary>Makes every run of white space one space.</summary>
    /// <param name="text">A text.</param>
    /// <returns>The text in one line.</returns>
    public static string OneSpaced(string text) => Regex.Replace(text, @"\s+", " ");
}
