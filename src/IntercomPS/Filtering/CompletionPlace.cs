using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Filtering;

/// <summary>What can stand at the end of a filter that is being typed.</summary>
internal sealed class CompletionPlace
{
    private readonly string _word;
    private ConversationField? _field;
    private Expected _expected = Expected.Field;

    private CompletionPlace(int start, string word)
    {
        Start = start;
        _word = word;
    }

    private enum Expected
    {
        Field,
        Operator,
        Value,
        Join,
    }

    /// <summary>Where the word begins that is being typed.</summary>
    public int Start { get; }

    /// <summary>Finds out what can stand at the end.</summary>
    /// <param name="filter">The filter so far.</param>
    /// <returns>The place.</returns>
    public static CompletionPlace AtEndOf(string filter)
    {
        var layout = new FilterLayout(filter, [0], []);
        StackSafeParser.Parse(layout.Text, out Token[] tokens, out _);
        List<(int Start, int End)> words = Words(filter, tokens.Where(token => !layout.IsOwn(token.Extent)).Select(token => (token.Kind, layout.SpotOf(token.Extent))));
        bool isTyping = words.Count > 0 && words[words.Count - 1].End == filter.Length && !IsMark(filter, words[words.Count - 1]);
        int start = isTyping ? words[words.Count - 1].Start : filter.Length;
        var place = new CompletionPlace(start, filter.Substring(start));
        foreach ((int from, int end) in words.Take(words.Count - (isTyping ? 1 : 0)))
        {
            place.Read(filter.Substring(from, end - from));
        }

        return place;
    }

    /// <summary>What can stand here and begins with what was typed.</summary>
    /// <param name="withDollar">Whether $true can be written, not only true.</param>
    /// <returns>Texts, each with a hint.</returns>
    public IEnumerable<(string Text, string Hint)> Candidates(bool withDollar) => _expected switch
    {
        Expected.Field => FieldNames.StartingWith(_word),
        Expected.Operator => Operators().Where(candidate => candidate.Text.StartsWith(_word, StringComparison.OrdinalIgnoreCase)),
        Expected.Value => Values(withDollar),
        _ => Joins().Where(candidate => candidate.Text.StartsWith(_word, StringComparison.OrdinalIgnoreCase)),
    };

    /// <summary>The words and marks: $_.State is one word, of three tokens.</summary>
    private static List<(int Start, int End)> Words(string filter, IEnumerable<(TokenKind Kind, FilterSpot Spot)> tokens)
    {
        var words = new List<(int Start, int End)>();
        foreach ((TokenKind kind, FilterSpot spot) in tokens)
        {
            (int Start, int End) word = (spot.Start, spot.End);
            if (kind is TokenKind.EndOfInput or TokenKind.NewLine or TokenKind.LineContinuation or TokenKind.Comment)
            {
                continue;
            }

            if (words.Count > 0 && words[words.Count - 1] is var last && last.End == word.Start && !IsMark(filter, last) && !IsMark(filter, word))
            {
                words[words.Count - 1] = (last.Start, word.End);
            }
            else
            {
                words.Add(word);
            }
        }

        return words;
    }

    private static bool IsMark(string filter, (int Start, int End) word) =>
        filter.Substring(word.Start, word.End - word.Start) is "(" or ")" or "," or "@(" or "!";

    private void Read(string word)
    {
        if (FilterWords.IsJoin(word))
        {
            (_expected, _field) = (Expected.Field, null);
        }
        else if (word == ",")
        {
            _expected = Expected.Value;
        }
        else if (word == ")")
        {
            _expected = Expected.Join;
        }
        else if (!FilterWords.IsNot(word) && word is not ("(" or "@("))
        {
            _field = _expected == Expected.Field ? ConversationFields.Find(FieldNames.Bare(word)) : _field;
            _expected = _expected switch
            {
                Expected.Field => Expected.Operator,
                Expected.Operator => Expected.Value,
                _ => Expected.Join,
            };
        }
    }

    private IEnumerable<(string Text, string Hint)> Operators()
    {
        IEnumerable<string> known = _field?.Operators ?? FilterWords.ComparisonOperators;
        string hint = _field is null ? "Compares a field with a value." : FieldDescription.OperatorsOf(_field);
        return known.Select(text => (text, hint)).Concat(_field?.Kind == FieldKind.Boolean ? Joins() : []);
    }

    private IEnumerable<(string Text, string Hint)> Values(bool withDollar)
    {
        string quote = _word.Length > 0 && _word[0] is '\'' or '"' ? _word.Substring(0, 1) : string.Empty;
        IEnumerable<string> known = _field switch
        {
            { Kind: FieldKind.Boolean } => withDollar ? ["$true", "$false"] : ["true", "false"],
            { Kind: FieldKind.Word } => _field.Words,
            _ => [],
        };
        return known.Select(text => (Text: quote + text + quote, Hint: FieldDescription.OperatorsOf(_field!)))
            .Where(candidate => candidate.Text.StartsWith(_word, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<(string Text, string Hint)> Joins() => [("-and", "Both conditions hold."), ("-or", "At least one condition holds.")];
}
