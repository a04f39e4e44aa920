using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Filtering;

/// <summary>Makes a condition of a field, an operator and the values that were read.</summary>
internal static class ComparisonBuilder
{
    /// <summary>The most values of a list.</summary>
    public const int MaxValues = 10_000;

    /// <summary>Compares a field with a single value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="op">How.</param>
    /// <param name="value">The value.</param>
    /// <param name="spot">Where it was written.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="FieldValueException">The field cannot be compared with it.</exception>
    public static Condition One(ConversationField field, ComparisonOperator op, object? value, FilterSpot spot)
    {
        if (Plain(value) is IEnumerable and not (string or IDictionary))
        {
            throw new FieldValueException(op switch
            {
                ComparisonOperator.EqualTo => $"'{field.Name}' is compared with a list. Use -in or -notin.",
                ComparisonOperator.Like => "-like and -notlike take one pattern. Join several with -or.",
                _ => $"'{field.Name}' can be more or less than one value, not than a list.",
            });
        }

        return new Comparison(field, op, [FieldValueConverter.Convert(field, op, value)], spot);
    }

    /// <summary>Compares a field with any of several values.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The values; a single one is a list of one.</param>
    /// <param name="spot">Where they were written.</param>
    /// <returns>The condition; without values, one that never holds.</returns>
    /// <exception cref="FieldValueException">The field cannot be compared with one of them.</exception>
    public static Condition Any(ConversationField field, object? value, FilterSpot spot)
    {
        List<object?> items = [.. Flatten(value).Take(MaxValues + 1)];
        if (items.Count > MaxValues)
        {
            throw new FieldValueException($"The list has more than {MaxValues} values. Make several searches.");
        }

        List<object?> values = [.. items.Select(item => FieldValueConverter.Convert(field, ComparisonOperator.EqualTo, item)).Distinct()];
        return values.Count == 0 ? AnyOf.Nothing : new Comparison(field, ComparisonOperator.EqualTo, values, spot);
    }

    private static object? Plain(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static IEnumerable<object?> Flatten(object? value) => Plain(value) is IEnumerable items and not (string or IDictionary)
        ? items.Cast<object?>().SelectMany(item => Plain(item) is object?[] inner ? inner : [item])
        : [value];
}
