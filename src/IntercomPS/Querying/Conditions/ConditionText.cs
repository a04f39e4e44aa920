using System;
using System.Globalization;
using System.Linq;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Querying.Conditions;

/// <summary>Writes a condition as a filter that means the same.</summary>
internal static class ConditionText
{
    /// <summary>Writes a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>Such as: state -eq 'closed' -and cx_score -le 2. Empty for what always holds.</returns>
    public static string Of(Condition condition) => condition switch
    {
        AllOf all => string.Join(" -and ", all.Parts.Select(Grouped)),
        AnyOf { Parts.Count: 0 } => "$false",
        AnyOf any => string.Join(" -or ", any.Parts.Select(Grouped)),
        Negation { Part: Comparison comparison } => OfComparison(comparison, negated: true) ?? $"-not ({OfComparison(comparison, negated: false)})",
        Negation negation => $"-not ({Of(negation.Part)})",
        _ => OfComparison((Comparison)condition, negated: false)!,
    };

    private static string Grouped(Condition part) => part is AllOf { Parts.Count: > 1 } or AnyOf { Parts.Count: > 1 } ? $"({Of(part)})" : Of(part);

    private static string? OfComparison(Comparison comparison, bool negated)
    {
        bool single = comparison.Values.Count == 1;
        string? name = (comparison.Operator, negated) switch
        {
            (ComparisonOperator.EqualTo, false) => single ? "-eq" : "-in",
            (ComparisonOperator.EqualTo, true) => single ? "-ne" : "-notin",
            (ComparisonOperator.Like, false) => "-like",
            (ComparisonOperator.Like, true) => "-notlike",
            (ComparisonOperator.LessThan, false) => "-lt",
            (ComparisonOperator.AtMost, false) => "-le",
            (ComparisonOperator.GreaterThan, false) => "-gt",
            (ComparisonOperator.AtLeast, false) => "-ge",
            _ => null, // the opposite of an order holds also where the field is missing, which no operator says
        };
        return name is null ? null : $"{Field(comparison.Field)} {name} {string.Join(", ", comparison.Values.Select(value => Value(comparison.Field, value)))}";
    }

    private static string Field(ConversationField field) => field.Kind == FieldKind.Attribute
        ? SearchField.CustomAttributePrefix + Quoted(field.Name.Substring(SearchField.CustomAttributePrefix.Length))
        : field.Name;

    private static string Value(ConversationField field, object? value) => value switch
    {
        null => "$null",
        bool flag => flag ? "$true" : "$false",
        string text => Quoted(text),
        long seconds when field.Kind == FieldKind.Time && seconds is >= 0 and < QueryLimits.FirstTimeTooLate => Quoted(DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
        _ => FieldValue.TextOf(value)!,
    };

    private static string Quoted(string text) => "'" + text.Replace("'", "''") + "'";
}
