using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace IntercomPS.Sandbox.Search;

/// <summary>Filters on integers and times.</summary>
internal static class NumberFilter
{
    private const long Day = 86400;

    public static Predicate<T> Compile<T>(SearchField<T> field, string name, IReadOnlyList<JsonElement> values, bool strict)
    {
        long?[] wanted = values.Select(v => QueryValue.ReadNumber(field.Name, v)).ToArray();
        Func<T, long?> read = field.Number!;
        if (name is SearchOperators.Greater or SearchOperators.Lower)
        {
            long bound = wanted[0] ?? throw QueryValue.Mismatch(field.Name, "an integer");
            Func<long, bool> compare = field.MatchesByDay ? CompareByDay(name, bound) : Compare(name, bound, strict);
            return record => read(record) is long value && compare(value);
        }

        bool negated = name is SearchOperators.NotEqualTo or SearchOperators.NotIn;
        return field.MatchesByDay
            ? record => Array.Exists(wanted, w => StartOfDay(w) == StartOfDay(read(record))) != negated
            : record => Array.IndexOf(wanted, read(record)) >= 0 != negated;
    }

    /// <summary>The docs say "greater (or equal)", clients have met strict ones: hence the option.</summary>
    public static Func<long, bool> Compare(string name, long bound, bool strict) => (name, strict) switch
    {
        (SearchOperators.Greater, true) => value => value > bound,
        (SearchOperators.Greater, false) => value => value >= bound,
        (_, true) => value => value < bound,
        _ => value => value <= bound,
    };

    private static Func<long, bool> CompareByDay(string name, long bound)
    {
        long day = StartOfDay(bound)!.Value;
        return name == SearchOperators.Greater ? value => value >= day + Day : value => value < day;
    }

    private static long? StartOfDay(long? time) => time - (time % Day);
}
