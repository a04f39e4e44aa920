using System;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Filtering;

/// <summary>Reads values of a workspace's own attributes, whose types only the workspace knows.</summary>
internal static class AttributeValue
{
    /// <summary>A value of an attribute.</summary>
    /// <param name="field">The attribute.</param>
    /// <param name="op">How it is compared.</param>
    /// <param name="value">A text, a number, a boolean, a time.</param>
    /// <returns>A text, a long, a double or a boolean; times as Unix seconds, in which Intercom keeps them.</returns>
    /// <exception cref="FieldValueException">It is none of these, or an order is asked for of what has none.</exception>
    public static object Of(ConversationField field, ComparisonOperator op, object value)
    {
        bool ordered = op != ComparisonOperator.EqualTo;
        if (value is string or bool or char or Enum)
        {
            return !ordered ? value is bool ? value : FieldValueConverter.TextOf(value) : OrderedText(field, op, value);
        }

        if (TimeValue.TryRead(value) is not null)
        {
            return TimeValue.Seconds(field, op, value);
        }

        return NumberValue.TryRead(value, out object number) ? Number(field, number)
            : throw FieldValueConverter.None(field, value, "give a text, a number, a boolean or a time");
    }

    private static object OrderedText(ConversationField field, ComparisonOperator op, object value) =>
        value is string && NumberValue.TryRead(value, out object number) ? Number(field, number)
        : value is string && TimeValue.TryRead(value) is not null ? TimeValue.Seconds(field, op, value)
        : throw new FieldValueException($"'{field.Name}' can be more or less than a number or a time, not than {FieldDescription.OfValue(value)}.");

    private static object Number(ConversationField field, object number)
    {
        if (number is long)
        {
            return number;
        }

        double real = Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture);
        return double.IsNaN(real) || double.IsInfinity(real)
            ? throw new FieldValueException($"'{field.Name}' cannot be compared with this number: it is too large, or none.")
            : Math.Abs(real) < 1e15 && Math.Floor(real).Equals(real) ? (object)(long)real : real;
    }
}
