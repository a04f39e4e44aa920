using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Fields;
using IntercomPS.Sandbox;

namespace IntercomPS.Tests.Querying.Planning;

/// <summary>What a condition means, found out on the sandbox's own data, with none of the module's own code for it.</summary>
internal static class DirectEvaluation
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    public static bool Holds(Condition condition, SandboxConversation conversation) => condition switch
    {
        AllOf all => all.Parts.All(part => Holds(part, conversation)),
        AnyOf any => any.Parts.Any(part => Holds(part, conversation)),
        Negation negation => !Holds(negation.Part, conversation),
        _ => Holds((Comparison)condition, conversation),
    };

    private static bool Holds(Comparison comparison, SandboxConversation conversation)
    {
        object? value = DirectFields.Read(conversation, comparison.Field.Name);
        string[] items = value switch { null or "" => [], string[] list => list, _ => [TextOf(value)] };
        switch (comparison.Operator)
        {
            case ComparisonOperator.EqualTo:
                // Names and addresses are found whatever their capitals.
                StringComparer comparer = comparison.Field.Kind is FieldKind.Name or FieldKind.Email ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
                return items.Length == 0
                    ? comparison.Values.Any(wanted => wanted is null or "")
                    : items.Any(item => comparison.Values.Any(wanted => wanted is not null && comparer.Equals(TextOf(wanted), item)));
            case ComparisonOperator.Like:
                return items.Any(item => comparison.Values.Any(pattern => Fits(comparison.Field.Name, item, (string)pattern!)));
            default:
                return value is long or double && Ordered(comparison.Operator, Convert.ToDouble(value, CultureInfo.InvariantCulture).CompareTo(Convert.ToDouble(comparison.Values[0], CultureInfo.InvariantCulture)));
        }
    }

    private static bool Ordered(ComparisonOperator name, int order) => name switch
    {
        ComparisonOperator.LessThan => order < 0,
        ComparisonOperator.AtMost => order <= 0,
        ComparisonOperator.GreaterThan => order > 0,
        _ => order >= 0,
    };

    private static string TextOf(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static bool Fits(string field, string text, string pattern)
    {
        if (field == "admin" && text.Contains('@') && !pattern.Contains('@'))
        {
            return false; // an address is meant by a pattern with an @ only
        }

        // A phrase in a body may be broken over lines.
        bool isPhrase = field == "source.body" && pattern.Length > 2 && pattern[0] == '*' && pattern[^1] == '*' && pattern[1..^1].IndexOfAny(['*', '?', '[', '`']) < 0;
        return Regex.IsMatch(isPhrase ? Regex.Replace(text, @"\s+", " ") : text, RegexOf(pattern), Options);
    }

    private static string RegexOf(string pattern)
    {
        var regex = new StringBuilder("^");
        for (int index = 0; index < pattern.Length; index++)
        {
            char letter = pattern[index];
            if (letter == '`' && index + 1 < pattern.Length)
            {
                regex.Append(Regex.Escape(pattern[++index].ToString()));
            }
            else if (letter == '[')
            {
                regex.Append('[');
                while (pattern[++index] != ']')
                {
                    index += pattern[index] == '`' ? 1 : 0;
                    regex.Append(pattern[index] == '-' ? "-" : Regex.Escape(pattern[index].ToString()).Replace("]", @"\]", StringComparison.Ordinal));
                }

                regex.Append(']');
            }
            else
            {
                regex.Append(letter switch { '*' => ".*", '?' => ".", _ => Regex.Escape(letter.ToString()) });
            }
        }

        return regex.Append(@"\z").ToString();
    }
}
