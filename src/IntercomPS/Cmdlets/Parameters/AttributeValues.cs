using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace IntercomPS.Cmdlets.Parameters;

/// <summary>Reads the hashtable of attributes to write: texts, numbers, booleans, times, null to clear one, lists of ids.</summary>
internal static class AttributeValues
{
    /// <summary>Reads a hashtable.</summary>
    /// <param name="attributes">The attributes by their exact names.</param>
    /// <returns>The names with values that JSON has a form for; times are Unix seconds.</returns>
    /// <exception cref="ArgumentException">A name is empty, or a value is of no use.</exception>
    public static IReadOnlyDictionary<string, object?> Read(IDictionary attributes)
    {
        var read = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in attributes)
        {
            string name = Convert.ToString(Unwrap(entry.Key), CultureInfo.InvariantCulture) ?? string.Empty;
            read[name.Trim().Length > 0 ? name : throw new ArgumentException("The name of an attribute is empty.")] = ReadValue(name, entry.Value);
        }

        return read;
    }

    private static object? ReadValue(string name, object? value) => Unwrap(value) switch
    {
        null => null,
        string text => text,
        bool flag => flag,
        Enum member => member.ToString(),
        DateTimeOffset time => time.ToUnixTimeSeconds(),

        // As everywhere in the shell, a date without a time zone is local time.
        DateTime time => new DateTimeOffset(time).ToUnixTimeSeconds(),
        double number when double.IsNaN(number) || double.IsInfinity(number) => throw Unusable(name, "is no finite number"),
        float number when float.IsNaN(number) || float.IsInfinity(number) => throw Unusable(name, "is no finite number"),
        int or long or short or byte or double or float or decimal => Unwrap(value),
        sbyte or ushort or uint => Convert.ToInt64(Unwrap(value), CultureInfo.InvariantCulture),
        Guid or Uri or char => Unwrap(value)!.ToString(),
        IDictionary => throw Unusable(name, "is a hashtable"),
        IEnumerable items => items.Cast<object?>().Select(item => ReadValue(name, item)).ToList(),
        var other => throw Unusable(name, $"is of the type {other.GetType().Name}"),
    };

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static ArgumentException Unusable(string name, string why) => new(
        $"The value of the attribute '{name}' {why}; Intercom takes texts, numbers, booleans, times, and null to clear an attribute.");
}
