using System;
using System.Globalization;

namespace IntercomPS.Filtering;

/// <summary>Reads 1..5.</summary>
internal static class NumberRange
{
    /// <summary>Reads a range of whole numbers.</summary>
    /// <param name="text">The text.</param>
    /// <param name="numbers">The numbers, both ends included; downwards where the first is larger. Cut behind the most that a list may have, so that it is refused.</param>
    /// <returns>False where it is no range.</returns>
    public static bool TryRead(string text, out object[] numbers)
    {
        numbers = [];
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 1 || !TryEnd(text.Substring(0, dots), out int first) || !TryEnd(text.Substring(dots + 2), out int last))
        {
            return false;
        }

        long count = Math.Min(Math.Abs((long)last - first), ComparisonBuilder.MaxValues) + 1;
        numbers = new object[count];
        for (int index = 0; index < count; index++)
        {
            numbers[index] = first + ((long)index * Math.Sign((long)last - first));
        }

        return true;
    }

    private static bool TryEnd(string text, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
