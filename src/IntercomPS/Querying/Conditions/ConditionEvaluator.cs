using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Querying.Conditions;

/// <summary>Makes a condition into a test of conversations: what a condition means, whatever the server can be asked.</summary>
internal static class ConditionEvaluator
{
    /// <summary>Makes the test.</summary>
    /// <param name="condition">The condition; every field in it can be read.</param>
    /// <returns>The test.</returns>
    public static Func<Conversation, bool> Compile(Condition condition)
    {
        switch (condition)
        {
            case AllOf all:
                Func<Conversation, bool>[] every = all.Parts.Select(Compile).ToArray();
                return conversation => Array.TrueForAll(every, test => test(conversation));
            case AnyOf any:
                Func<Conversation, bool>[] some = any.Parts.Select(Compile).ToArray();
                return conversation => Array.Exists(some, test => test(conversation));
            case Negation negation:
                Func<Conversation, bool> part = Compile(negation.Part);
                return conversation => !part(conversation);
            default:
                return Compile((Comparison)condition);
        }
    }

    private static Func<Conversation, bool> Compile(Comparison comparison)
    {
        Func<Conversation, object?> read = comparison.Field.Read
            ?? throw new InvalidOperationException($"Conversations do not show the field '{comparison.Field}'.");
        switch (comparison.Operator)
        {
            case ComparisonOperator.EqualTo:
                var wanted = new HashSet<string>(comparison.Values.Select(FieldValue.TextOf).OfType<string>().Where(text => text.Length > 0), StringComparer.Ordinal);
                bool wantsMissing = comparison.Values.Any(IsMissing);
                return conversation => read(conversation) is var value && (IsMissing(value) ? wantsMissing : Items(value!).Any(wanted.Contains));
            case ComparisonOperator.Like:
                Func<string, bool>[] patterns = comparison.Values.Select(pattern => Pattern(comparison.Field, (string)pattern!)).ToArray();
                return conversation => read(conversation) is var value && !IsMissing(value)
                    && Items(value!).Any(text => Array.Exists(patterns, matches => matches(text)));
            default:
                Func<double, double, bool> compare = Order(comparison.Operator);
                double bound = Number(comparison.Values[0]) ?? throw new InvalidOperationException("An order compares with a number.");
                return conversation => Number(read(conversation)) is { } number && compare(number, bound);
        }
    }

    /// <summary>The double holds every whole number that a time, a duration or a count can be (below 2^53).</summary>
    private static double? Number(object? value) => value is long whole ? whole : value as double?;

    private static Func<double, double, bool> Order(ComparisonOperator name) => name switch
    {
        ComparisonOperator.LessThan => (value, bound) => value < bound,
        ComparisonOperator.AtMost => (value, bound) => value <= bound,
        ComparisonOperator.GreaterThan => (value, bound) => value > bound,
        _ => (value, bound) => value >= bound,
    };

    /// <summary>The API leaves out a text, sends null or sends an empty one, and means the same.</summary>
    private static bool IsMissing(object? value) => value is null or "" or IReadOnlyList<string> { Count: 0 };

    private static IEnumerable<string> Items(object value) => value as IEnumerable<string> ?? [FieldValue.TextOf(value)!];

    private static Func<string, bool> Pattern(ConversationField field, string pattern)
    {
        if (field.Name == ConversationSourceFields.Body.Name && WildcardShape.Of(pattern).Contained is { } text)
        {
            string phrase = BodySearch.OneSpaced(text);
            return body => CultureInfo.InvariantCulture.CompareInfo.IndexOf(BodySearch.OneSpaced(body), phrase, CompareOptions.OrdinalIgnoreCase) >= 0;
        }

        return WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant).IsMatch;
    }
}
