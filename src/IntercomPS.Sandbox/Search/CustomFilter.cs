using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace IntercomPS.Sandbox.Search;

/// <summary>Filters on custom attributes: the value's own type decides, an attribute that is not set only matches negations and null.</summary>
internal static class CustomFilter
{
    public static Predicate<T> Compile<T>(SearchField<T> field, string name, IReadOnlyList<JsonElement> values, bool strict)
    {
        Func<T, object?> read = field.Custom!;
        if (name is SearchOperators.Greater or SearchOperators.Lower)
        {
            double bound = ReadDouble(field.Name, values[0]);
            return record => Number(read(record)) is double value && Compare(name, value, bound, strict);
        }

        bool negated = name is SearchOperators.NotEqualTo or SearchOperators.NotIn or SearchOperators.NotContains;
        string?[] wanted = values.Select(v => Normalize(field.Name, v)).ToArray();
        Func<string, bool> matches = TextFilter.Matcher(name, wanted);
        bool wantsNull = wanted.Contains(null);
        return record => (Normalize(read(record)) is string value ? matches(value) : wantsNull) != negated;
    }

    private static bool Compare(string name, double value, double bound, bool strict)
    {
        int order = name == SearchOperators.Greater ? value.CompareTo(bound) : bound.CompareTo(value);
        return strict ? order > 0 : order >= 0;
    }

    private static double ReadDouble(string field, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            return value.GetDouble();
        }

        return value.ValueKind == JsonValueKind.String
            && double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw QueryValue.Mismatch(field, "a number");
    }

    private static string? Normalize(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => throw QueryValue.Mismatch(field, "a string, a number or a boolean"),
    };

    private static string? Normalize(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        string text => text,
        null => null,
        _ => Number(value)!.Value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static double? Number(object? value) => value switch
    {
        long number => number,
        double number => number,
        _ => null,
    };
}
