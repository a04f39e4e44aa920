using System;
using System.Globalization;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Filtering;

/// <summary>Reads values of fields that hold whole numbers.</summary>
internal static class NumberValue
{
    // Up to here a double tells every whole number from the next.
    private const double LargestExactDouble = 9_007_199_254_740_991;

    /// <summary>A whole number.</summary>
    /// <param name="field">The field.</param>
    /// <param name="op">How it is compared.</param>
    /// <param name="value">A number or a text of one.</param>
    /// <returns>The number; one with a fraction rounded so that an order stays true.</returns>
    /// <exception cref="FieldValueException">It is none.</exception>
    public static object Whole(ConversationField field, ComparisonOperator op, object value) =>
        TryRead(value, out object number)
            ? CanBe(field, op, (long)Round(field, op, number))
            : throw FieldValueConverter.None(field, value, "give a number such as 4");

    /// <summary>The id of whom something is assigned to.</summary>
    /// <param name="field">The field.</param>
    /// <param name="op">How it is compared.</param>
    /// <param name="value">A number, a text of one, or None.</param>
    /// <returns>The number, 0 for none.</returns>
    /// <exception cref="FieldValueException">It is neither.</exception>
    public static object Assignee(ConversationField field, ComparisonOperator op, object value) =>
        value is string text && text.Equals("None", StringComparison.OrdinalIgnoreCase) ? 0L
        : TryRead(value, out object number) ? Round(field, op, number)
        : throw FieldValueConverter.None(field, value, "give an id, which is a whole number, or 0 or None for unassigned; for names use the fields admin and team");

    private static long CanBe(ConversationField field, ComparisonOperator op, long number) =>
        op == ComparisonOperator.EqualTo && field.Greatest is { } greatest && (number < 1 || number > greatest)
            ? throw new FieldValueException($"'{field.Name}' is a number from 1 to {greatest}, and never this value. Where it is not set, it is $null.")
            : number;

    /// <summary>Reads a number, or a text of one.</summary>
    /// <param name="value">The value.</param>
    /// <param name="number">A long, a decimal or a double.</param>
    /// <returns>False where it is no number.</returns>
    public static bool TryRead(object value, out object number)
    {
        object inner = value is WrittenNumber written ? written.Value : value;
        number = inner switch
        {
            sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(inner, CultureInfo.InvariantCulture),
            ulong big => big <= long.MaxValue ? (long)big : (decimal)big,
            float single => (double)single,
            double or decimal => inner,
            System.Numerics.BigInteger huge => (double)huge,
            string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) => whole,
            string text when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal exact) => exact,
            _ => string.Empty,
        };
        return number is not string;
    }

    /// <summary>Rounds a number so that a field of whole numbers compares with it as with the number itself.</summary>
    /// <param name="field">The field.</param>
    /// <param name="op">How it is compared.</param>
    /// <param name="number">A long, a decimal or a double.</param>
    /// <returns>A long.</returns>
    /// <exception cref="FieldValueException">It has a fraction that no whole number equals, or is too large.</exception>
    public static object Round(ConversationField field, ComparisonOperator op, object number)
    {
        if (number is long)
        {
            return number;
        }

        if (number is double real && !(Math.Abs(real) <= LargestExactDouble))
        {
            throw new FieldValueException($"'{field.Name}' cannot be compared with this number: it is too large, or none.");
        }

        decimal exact = Convert.ToDecimal(number, CultureInfo.InvariantCulture);
        decimal rounded = op is ComparisonOperator.AtLeast or ComparisonOperator.LessThan ? decimal.Ceiling(exact) : decimal.Floor(exact);
        return rounded is < long.MinValue or > long.MaxValue
            ? throw new FieldValueException($"'{field.Name}' cannot be compared with this number: it is too large.")
            : op == ComparisonOperator.EqualTo && rounded != exact
                ? throw new FieldValueException($"'{field.Name}' holds whole numbers, which a number with a fraction never equals: use -gt or -lt, or a whole number.")
                : (object)(long)rounded;
    }
}
