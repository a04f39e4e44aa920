using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace IntercomPS.Sandbox.Search;

/// <summary>Filters on text: equality minds the case, parts of a text do not.</summary>
internal static class TextFilter
{
    private static readonly CompareInfo Invariant = CultureInfo.InvariantCulture.CompareInfo;

    public static Predicate<T> Compile<T>(SearchField<T> field, string name, IReadOnlyList<JsonElement> values)
    {
        string?[] wanted = values.Select(v => QueryValue.ReadText(field.Name, v)).ToArray();
        bool negated = name is SearchOperators.NotEqualTo or SearchOperators.NotIn or SearchOperators.NotContains;
        Func<string, bool> matches = Matcher(name, wanted);
        bool wantsNull = wanted.Contains(null);
        if (field.Texts is Func<T, IEnumerable<string>> texts)
        {
            return record => MatchesAny(texts(record), matches, wantsNull) != negated;
        }

        Func<T, string?> text = field.Text!;
        return record => (text(record) is string value ? matches(value) : wantsNull) != negated;
    }

    /// <summary>Compares one text with any of the wanted ones.</summary>
    public static Func<string, bool> Matcher(string name, string?[] wanted)
    {
        switch (name)
        {
            case SearchOperators.Contains or SearchOperators.NotContains:
                return value => Array.Exists(wanted, w => w is not null && Invariant.IndexOf(value, w, CompareOptions.OrdinalIgnoreCase) >= 0);
            case SearchOperators.StartsWith:
                return value => Array.Exists(wanted, w => w is not null && value.StartsWith(w, StringComparison.OrdinalIgnoreCase));
            case SearchOperators.EndsWith:
                return value => Array.Exists(wanted, w => w is not null && value.EndsWith(w, StringComparison.OrdinalIgnoreCase));
            default:
                var set = new HashSet<string>(wanted.OfType<string>(), StringComparer.Ordinal);
                return set.Contains;
        }
    }

    private static bool MatchesAny(IEnumerable<string> values, Func<string, bool> matches, bool wantsNull)
    {
        bool empty = true;
        foreach (string value in values)
        {
            empty = false;
            if (matches(value))
            {
                return true;
            }
        }

        return empty && wantsNull;
    }
}
