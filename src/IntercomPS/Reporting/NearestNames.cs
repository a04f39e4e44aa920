using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using IntercomPS.Querying;

namespace IntercomPS.Reporting;

/// <summary>Finds what a misspelled name may have meant.</summary>
internal static class NearestNames
{
    private const int Count = 5;

    /// <summary>Finds the names that come nearest; one that the sought one is part of counts as near.</summary>
    /// <param name="sought">The name that was asked for.</param>
    /// <param name="names">The names that there are.</param>
    /// <returns>The nearest, best first, as one text.</returns>
    public static string To(string sought, IEnumerable<string> names)
    {
        string core = sought.Trim('*', '?', ' ');
        return string.Join(", ", names
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(name => core.Length > 2 && Holds(name, core) ? 0 : EditDistance.Between(core, name))
            .Take(Count)
            .Select(name => $"'{name}'"));
    }

    private static bool Holds(string name, string part) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, part, CompareOptions.OrdinalIgnoreCase) >= 0;
}
