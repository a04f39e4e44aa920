using System;
using System.Globalization;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Filtering;

/// <summary>Reads values of fields that hold lengths of time.</summary>
internal static class DurationValue
{
    /// <summary>The seconds of a length of time.</summary>
    /// <param name="field">The field.</param>
    /// <param name="op">How it is compared: fractions are rounded so that an order stays true, and cut for equality.</param>
    /// <param name="value">A TimeSpan, a text such as 01:30:00, or seconds.</param>
    /// <returns>A long.</returns>
    /// <exception cref="FieldValueException">It is none.</exception>
    public static object Seconds(ConversationField field, ComparisonOperator op, object value) => value switch
    {
        TimeSpan span => TimeValue.Rounded(op, span.Ticks),

        // Numbers first: to TimeSpan, '5' would be five days.
        _ when NumberValue.TryRead(value, out object number) => NumberValue.Round(field, op, number),
        string text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span) => TimeValue.Rounded(op, span.Ticks),
        _ => throw FieldValueConverter.None(field, value, "give seconds, or one such as '01:30:00' or '2.00:00:00' for two days"),
    };
}
