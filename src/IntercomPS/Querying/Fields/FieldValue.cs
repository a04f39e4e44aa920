using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace IntercomPS.Querying.Fields;

/// <summary>Brings what conversations hold to the few types that conditions compare.</summary>
internal static class FieldValue
{
    /// <summary>A moment.</summary>
    /// <param name="time">The moment; the default one stands for none.</param>
    /// <returns>Unix seconds, or null.</returns>
    public static object? Of(DateTimeOffset? time) => time > DateTimeOffset.MinValue ? time.Value.ToUnixTimeSeconds() : null;

    /// <summary>A length of time.</summary>
    /// <param name="duration">The length.</param>
    /// <returns>Seconds, or null.</returns>
    public static object? Of(TimeSpan? duration) => duration is { } value ? (long)Math.Round(value.TotalSeconds) : null;

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>A long, or null.</returns>
    public static object? Of(int? number) => number is { } value ? (long)value : null;

    /// <summary>The ids of several objects.</summary>
    /// <param name="references">The objects.</param>
    /// <returns>A list of ids.</returns>
    public static object Of(IReadOnlyList<Reference> references) => references.Select(reference => reference.Id).ToList();

    /// <summary>The id of whom it is assigned to.</summary>
    /// <param name="id">The id; null when unassigned.</param>
    /// <returns>A long, 0 for unassigned.</returns>
    public static object? OfAssignee(string? id) =>
        id is null ? 0L : long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    /// <summary>A value of an attribute.</summary>
    /// <param name="value">A text, a number, a boolean, a list or null.</param>
    /// <returns>The same as text, long, double, boolean, list of texts or null.</returns>
    public static object? Of(object? value) => value switch
    {
        null or string or bool or long or double => value,
        int or short or byte => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        decimal or float => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        IEnumerable<object?> items => items.Select(TextOf).OfType<string>().ToList(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>The text by which values of different types are compared, as Intercom compares attributes.</summary>
    /// <param name="value">A value.</param>
    /// <returns>The text: true and false in lower case, whole numbers without a fraction; null for null.</returns>
    public static string? TextOf(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
