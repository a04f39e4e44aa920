using System;
using System.Globalization;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Filtering;

/// <summary>Reads values of fields that hold times.</summary>
internal static class TimeValue
{
    // 1e11 seconds is the year 5138; a time in milliseconds is always above it.
    private const long FirstMillisecondValue = 100_000_000_000;

    /// <summary>The Unix seconds of a time.</summary>
    /// <param name="field">The field.</param>
    /// <param name="op">How it is compared: fractions are rounded so that an order stays true, and cut for equality.</param>
    /// <param name="value">A time, a text of one, or Unix seconds.</param>
    /// <returns>A long.</returns>
    /// <exception cref="FieldValueException">It is no time.</exception>
    public static object Seconds(ConversationField field, ComparisonOperator op, object value)
    {
        if (TryRead(value) is { } utc)
        {
            return Rounded(op, utc.Ticks - DateTimeOffset.FromUnixTimeSeconds(0).Ticks);
        }

        object seconds = NumberValue.TryRead(value, out object number)
            ? NumberValue.Round(field, op, number)
            : throw FieldValueConverter.None(field, value, "give one such as '2026-01-31', '2026-01-31T12:00Z' or $date");
        return (long)seconds switch
        {
            >= FirstMillisecondValue or <= -FirstMillisecondValue => throw new FieldValueException(
                $"'{field.Name}' is a time; this number looks like milliseconds, but Intercom's times are seconds since 1970."),
            < 0 => throw new FieldValueException(
                $"'{field.Name}' is a time; this number would be seconds before 1970. For a time ago, subtract: (Get-Date).AddDays(-30)."),
            long date when LooksLikeDate(date) => throw new FieldValueException(
                $"'{field.Name}' is a time; this number would be seconds since 1970 but looks like a date: write it as '2026-01-31'."),
            _ => seconds,
        };
    }

    /// <summary>Reads a time, without numbers.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The time in UTC; null where it is none.</returns>
    public static DateTime? TryRead(object value) => value switch
    {
        DateTime time => Utc(time),
        DateTimeOffset time => time.UtcDateTime,
        string text => TryParse(text),

        // .NET Framework does not have the type.
        IFormattable date when date.GetType().FullName == "System.DateOnly" => TryParse(date.ToString("o", CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>A time in UTC; without a kind it is local.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The same in UTC; at the ends of the calendar the nearest that there is.</returns>
    public static DateTime Utc(DateTime time) => time.ToUniversalTime();

    /// <summary>Ticks as whole seconds, so that a field of whole seconds compares with them as with the ticks.</summary>
    /// <param name="op">How it is compared.</param>
    /// <param name="ticks">The ticks.</param>
    /// <returns>A long.</returns>
    public static object Rounded(ComparisonOperator op, long ticks)
    {
        long seconds = Math.DivRem(ticks, TimeSpan.TicksPerSecond, out long rest);
        return seconds - (rest < 0 ? 1 : 0) + (rest != 0 && op is ComparisonOperator.AtLeast or ComparisonOperator.LessThan ? 1 : 0);
    }

    private static DateTime? TryParse(string text) =>
        !NumberValue.TryRead(text, out _) && DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeLocal | DateTimeStyles.AdjustToUniversal, out DateTime time)
            ? time
            : null;

    /// <summary>2026 or 20260131: seconds within the first year after 1970, when there was no Intercom.</summary>
    private static bool LooksLikeDate(long number) =>
        number is >= 1900 and < 2200
        || (number is >= 19_000_101 and < 22_000_000 && (number / 100 % 100) is >= 1 and <= 12 && (number % 100) is >= 1 and <= 31);
}
