using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace IntercomPS.Sandbox.Search;

/// <summary>Filters on true and false.</summary>
internal static class FlagFilter
{
    public static Predicate<T> Compile<T>(SearchField<T> field, string name, IReadOnlyList<JsonElement> values)
    {
        bool?[] wanted = values.Select(v => QueryValue.ReadFlag(field.Name, v)).ToArray();
        bool negated = name is SearchOperators.NotEqualTo or SearchOperators.NotIn;
        Func<T, bool?> read = field.Flag!;
        return record => wanted.Contains(read(record)) != negated;
    }
}
