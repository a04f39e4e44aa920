using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using IntercomPS.Querying.Conditions;

namespace IntercomPS.Tests.Filtering;

/// <summary>Writes a condition tree on one line, with every type to be seen.</summary>
internal static class ConditionText
{
    internal static string Of(Condition condition) => condition switch
    {
        AllOf all => all.Parts.Count == 0 ? "ALWAYS" : $"({string.Join(" & ", all.Parts.Select(Of))})",
        AnyOf any => any.Parts.Count == 0 ? "NEVER" : $"({string.Join(" | ", any.Parts.Select(Of))})",
        Negation negation => "!" + Of(negation.Part),
        Comparison comparison => $"{comparison.Field.Name} {SignOf(comparison.Operator)} {ValuesOf(comparison.Values)}",
        _ => condition.ToString(),
    };

    private static string SignOf(ComparisonOperator op) => op switch
    {
        ComparisonOperator.EqualTo => "=",
        ComparisonOperator.LessThan => "<",
        ComparisonOperator.AtMost => "<=",
        ComparisonOperator.GreaterThan => ">",
        ComparisonOperator.AtLeast => ">=",
        _ => "like",
    };

    private static string ValuesOf(IReadOnlyList<object?> values) =>
        values.Count == 1 ? ValueOf(values[0]) : $"[{string.Join(" ", values.Select(ValueOf))}]";

    private static string ValueOf(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        bool flag => flag ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
        _ => value.GetType().Name + "?",
    };
}
