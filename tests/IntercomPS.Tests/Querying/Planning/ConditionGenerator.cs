using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Tests.Querying.Planning;

/// <summary>Makes random conditions over a workspace; the same seed makes the same one.</summary>
internal sealed class ConditionGenerator
{
    private static readonly string[] Attributes = ["Order Number", "Refund Amount", "Is VIP?", "Due Date", "Topic (AI)", "No such 'attribute'", "CX Score rating"];

    private static readonly ConversationField[] Fields =
        [.. ConversationFields.All, .. ConversationFields.All, .. Attributes.Select(name => ConversationFields.Attribute(name))];

    private static readonly object?[] OddNumbers =
        [0L, -1L, -5L, 1L, 99_999_999_999L, 100_000_000_000L, 99_999_999_998L, long.MaxValue, long.MinValue, 4_294_967_296L];

    private static readonly string[] OddTexts = ["", " ", "'", "\"", "`", "a", "0", "None", "*", "é", "x\ny", "{\"a\":1}", "\\", new string('z', 500)];

    private readonly Random _random;
    private readonly ValuePool _pool;

    public ConditionGenerator(int seed, ValuePool pool)
    {
        _random = new Random(seed);
        _pool = pool;
    }

    /// <summary>Makes a condition.</summary>
    public Condition Next() => _random.Next(10) switch
    {
        < 2 => Comparison(),
        < 9 => Group(depth: _random.Next(1, 4), most: 4),
        _ => _random.Next(3) switch { 0 => Group(depth: 6, most: 3), 1 => Group(depth: 1, most: 40), _ => Group(depth: 2, most: 18) },
    };

    private Condition Group(int depth, int most)
    {
        List<Condition> parts = Enumerable.Range(0, _random.Next(1, most + 1)).Select(_ => depth > 1 && _random.Next(3) > 0 ? Group(depth - 1, most) : Comparison()).ToList();
        Condition group = _random.Next(2) == 0 ? new AllOf(parts) : new AnyOf(parts);
        return _random.Next(5) == 0 ? new Negation(group) : group;
    }

    private Condition Comparison()
    {
        ConversationField field = Fields[_random.Next(Fields.Length)];
        if (field.Read is null && field.Target is null && _random.Next(3) > 0)
        {
            field = ConversationFields.Get("created_at"); // what conversations do not show must be rare, for much of it is refused
        }

        string[] operators = field.Operators.ToArray();
        string name = operators[_random.Next(operators.Length)];
        Condition comparison = name switch
        {
            "-gt" => Of(field, ComparisonOperator.GreaterThan, Order(field)),
            "-ge" => Of(field, ComparisonOperator.AtLeast, Order(field)),
            "-lt" => Of(field, ComparisonOperator.LessThan, Order(field)),
            "-le" => Of(field, ComparisonOperator.AtMost, Order(field)),
            "-like" or "-notlike" => Of(field, ComparisonOperator.Like, Pattern(field)),
            "-in" or "-notin" => new Comparison(field, ComparisonOperator.EqualTo, Enumerable.Range(0, _random.Next(8) == 0 ? _random.Next(1, 101) : _random.Next(1, 6)).Select(_ => Value(field)).ToList()),
            _ => Of(field, ComparisonOperator.EqualTo, Value(field)),
        };
        return name is "-ne" or "-notin" or "-notlike" ? new Negation(comparison) : comparison;
    }

    private static Comparison Of(ConversationField field, ComparisonOperator name, object? value) => new(field, name, [value]);

    private object? Value(ConversationField field)
    {
        if (field.Kind is FieldKind.Name or FieldKind.Email)
        {
            return _pool.Any(field, _random) is string name ? _random.Next(2) == 0 ? name : name.ToUpperInvariant() : null;
        }

        if (_random.Next(12) == 0 && field.Kind != FieldKind.Assignee)
        {
            return null;
        }

        return _random.Next(6) > 0 ? _pool.Any(field, _random) : field.Kind switch
        {
            FieldKind.Boolean => _random.Next(2) == 0,
            FieldKind.Text or FieldKind.Id or FieldKind.Word => OddTexts[_random.Next(OddTexts.Length)],
            FieldKind.Attribute => _random.Next(3) switch { 0 => OddTexts[_random.Next(OddTexts.Length)], 1 => OddNumbers[_random.Next(4)], _ => 0.5 },
            _ => OddNumbers[_random.Next(OddNumbers.Length)],
        };
    }

    private object Order(ConversationField field)
    {
        object number = _pool.Any(field, _random) is { } known and (long or double) && _random.Next(6) > 0 ? known
            : field.Kind == FieldKind.Attribute ? _random.Next(3) switch { 0 => 1e300, 1 => 99.5, _ => -1e300 }
            : OddNumbers[_random.Next(OddNumbers.Length)]!;
        return number is long whole && Math.Abs(whole / 2) < long.MaxValue / 4 ? whole + _random.Next(-1, 2) : number;
    }

    private string Pattern(ConversationField field)
    {
        string text = _pool.Any(field, _random) switch { string known => known, null => "a", bool flag => flag ? "true" : "false", var other => Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture)! };
        if (field == ConversationSourceFields.Body)
        {
            return BodyPattern(text);
        }

        text = Regex.Replace(text, @"\p{Cs}", string.Empty); // half a character cannot be sent
        int start = _random.Next(text.Length + 1);
        int end = _random.Next(start, text.Length + 1);
        string piece = Escaped(text[start..end]);
        string rest = Escaped(text[end..]);
        return _random.Next(12) switch
        {
            0 => Escaped(text[..end]) + "*",
            1 => "*" + rest,
            2 => "*" + piece + "*",
            3 => Escaped(text[..start]) + "*" + rest,
            4 => "*" + piece + "*" + rest,
            5 => piece + "?*",
            6 => "[a-f" + "A-F0-9]*" + piece + "*",
            7 => "*[x`]y]*",
            8 => Escaped(text).ToUpperInvariant(),
            9 => "?" + (text.Length > 0 ? Escaped(text[1..]) : ""),
            10 => Escaped(OddTexts[_random.Next(OddTexts.Length)]) + "*",
            _ => "*",
        };
    }

    /// <summary>Words, phrases and beginnings; of letters only, and none that stands in a link, which a body's text leaves out.</summary>
    private string BodyPattern(string body)
    {
        string[] words = Regex.Matches(body, "(?<![\\p{L}\\p{M}\\p{N}'/.])[A-Za-z]{4,}(?![\\p{L}\\p{M}\\p{N}'/.])").Select(match => match.Value).ToArray();
        string word = words.Length > 0 ? words[_random.Next(words.Length)] : "nowhere";
        Match phrase = Regex.Match(Regex.Replace(body, @"\s+", " "), $"{word} [A-Za-z]{{3,}}");
        return _random.Next(5) switch
        {
            0 => "*" + word.ToUpperInvariant() + "*",
            1 when phrase.Success => "*" + phrase.Value + "*",
            2 when words.Length > 1 => "*" + words[0] + "*" + words[^1] + "*",
            3 when words.Length > 0 && body.StartsWith(words[0], StringComparison.Ordinal) => words[0] + "*",
            _ => "*" + word + "*",
        };
    }

    private static string Escaped(string text) => Regex.Replace(text, @"[*?\[\]`]", "`$0");
}
