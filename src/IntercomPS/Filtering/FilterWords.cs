using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying.Conditions;

namespace IntercomPS.Filtering;

/// <summary>The operators of the filter language, and what to use instead of those that it does not have.</summary>
internal static class FilterWords
{
    private static readonly Dictionary<string, (ComparisonOperator Operator, bool Negated, bool TakesList)> Comparisons =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["-eq"] = (ComparisonOperator.EqualTo, false, false),
            ["-ne"] = (ComparisonOperator.EqualTo, true, false),
            ["-gt"] = (ComparisonOperator.GreaterThan, false, false),
            ["-ge"] = (ComparisonOperator.AtLeast, false, false),
            ["-lt"] = (ComparisonOperator.LessThan, false, false),
            ["-le"] = (ComparisonOperator.AtMost, false, false),
            ["-in"] = (ComparisonOperator.EqualTo, false, true),
            ["-notin"] = (ComparisonOperator.EqualTo, true, true),
            ["-like"] = (ComparisonOperator.Like, false, false),
            ["-notlike"] = (ComparisonOperator.Like, true, false),
        };

    private static readonly Dictionary<string, string> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        ["="] = "Use -eq.",
        ["=="] = "Use -eq.",
        ["==="] = "Use -eq.",
        ["!="] = "Use -ne.",
        ["<>"] = "Use -ne.",
        [">"] = "Use -gt.",
        [">="] = "Use -ge.",
        ["<"] = "Use -lt.",
        ["<="] = "Use -le.",
        ["~"] = "Use -like with *.",
        ["=~"] = "Use -like with *.",
        ["&&"] = "Use -and.",
        ["&"] = "Use -and.",
        ["||"] = "Use -or.",
        ["|"] = "Use -or; a filter has no pipeline outside of a value in parentheses.",
        [";"] = "Join conditions with -and or -or.",
        ["-match"] = "Use -like with * at the start, the end or both.",
        ["-notmatch"] = "Use -notlike with * at the start, the end or both.",
        ["-contains"] = "Use -eq, which holds where any of several, such as the tags, is the value.",
        ["-notcontains"] = "Use -ne, which holds where none of several, such as the tags, is the value.",
        ["-xor"] = "Write (a -and -not b) -or (b -and -not a).",
        ["-is"] = "A field's type is fixed; to ask whether it is there, use -ne $null.",
        ["-isnot"] = "A field's type is fixed; to ask whether it is missing, use -eq $null.",
        ["-as"] = "Values are converted to the field's type by themselves.",
        ["-replace"] = "A filter compares and does not change; use -like.",
        ["-split"] = "A filter compares and does not change; use -like.",
        ["-join"] = "A filter compares and does not change; compare with -in.",
        ["-f"] = "Put an expression that makes a value in parentheses.",
        ["-band"] = "Use -and.",
        ["-bor"] = "Use -or.",
        ["-between"] = "Use -ge and -le.",
        ["--"] = "Write the filter without it.",
    };

    /// <summary>The operators that compare, in the order in which to name them.</summary>
    public static IReadOnlyCollection<string> ComparisonOperators => Comparisons.Keys;

    /// <summary>Whether a word joins conditions.</summary>
    /// <param name="word">The word with its dash.</param>
    /// <returns>True for -and and -or.</returns>
    public static bool IsJoin(string word) => IsAnd(word) || Is(word, "-or");

    /// <summary>Whether a word is -and.</summary>
    /// <param name="word">The word with its dash.</param>
    /// <returns>True for it.</returns>
    public static bool IsAnd(string word) => Is(word, "-and");

    /// <summary>Whether a word turns a condition round.</summary>
    /// <param name="word">The word with its dash.</param>
    /// <returns>True for -not and !.</returns>
    public static bool IsNot(string word) => word == "!" || Is(word, "-not");

    /// <summary>Finds an operator that compares.</summary>
    /// <param name="word">The word with its dash.</param>
    /// <param name="found">What it does.</param>
    /// <returns>False where it is none of ours.</returns>
    public static bool TryCompare(string word, out (ComparisonOperator Operator, bool Negated, bool TakesList) found) =>
        Comparisons.TryGetValue(Plain(word), out found);

    /// <summary>What to use instead of an operator that filters do not have.</summary>
    /// <param name="word">The word as written.</param>
    /// <returns>A sentence; null where the word is nothing known.</returns>
    public static string? Instead(string word)
    {
        string plain = Plain(word);
        if (Refused.TryGetValue(plain, out string? sentence))
        {
            return sentence;
        }

        // -ieq and -ceq: PowerShell's operators with the letter case spelled out.
        string rest = plain.Length > 2 && plain[0] == '-' && plain[1] is 'i' or 'I' or 'c' or 'C' ? $"-{plain.Substring(2)}" : plain;
        return rest.Length == plain.Length ? null
            : Comparisons.Keys.FirstOrDefault(known => Is(known, rest)) is { } bare ? $"Use {bare}: the field decides about the letter case."
            : Refused.TryGetValue(rest, out sentence) ? sentence
            : null;
    }

    /// <summary>The same with a plain hyphen: PowerShell takes the dashes of word processors for one.</summary>
    private static string Plain(string word) => word.Length > 0 && word[0] is '\u2013' or '\u2014' or '\u2015' ? $"-{word.Substring(1)}" : word;

    private static bool Is(string word, string known) => string.Equals(Plain(word), known, StringComparison.OrdinalIgnoreCase);
}
