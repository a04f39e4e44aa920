using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace IntercomPS.Querying.Names;

/// <summary>The names most like a wrong one, to name in an error.</summary>
internal static class NearestNames
{
    /// <summary>Finds the nearest names.</summary>
    /// <param name="text">The wrong one.</param>
    /// <param name="names">The right ones.</param>
    /// <returns>Up to three, the nearest first; empty when none is near.</returns>
    public static IReadOnlyList<string> Of(string text, IEnumerable<string> names) => names
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Select(name => (name, distance: EditDistance.Between(text, name)))
        .Where(pair => pair.distance <= Math.Max(2, text.Length / 3)
            || (text.Length > 2 && CultureInfo.InvariantCulture.CompareInfo.IndexOf(pair.name, text, CompareOptions.OrdinalIgnoreCase) >= 0))
        .OrderBy(pair => pair.distance)
        .Take(3)
        .Select(pair => pair.name)
        .ToList();
}
