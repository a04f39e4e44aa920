using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace IntercomPS.Querying.Names;

/// <summary>The names most like a wrong one, to name in an error.</summary>
internal static class NearestNames
{
    /// <summary>Finds the names that may have been meant.</summary>
    /// <param name="text">The wrong one.</param>
    /// <param name="names">The right ones.</param>
    /// <returns>Up to three, the nearest first; empty when none is near.</returns>
    public static IReadOnlyList<string> Of(string text, IEnumerable<string> names) =>
        Of(text, names.Distinct(StringComparer.OrdinalIgnoreCase), name => name, tolerance: 2, name => Holds(name, text));

    /// <summary>Finds the names that may have been meant, where names are compared by keys of theirs.</summary>
    /// <param name="text">The key of the wrong one.</param>
    /// <param name="names">The right ones.</param>
    /// <param name="keyOf">Makes a name's key.</param>
    /// <param name="tolerance">How many letters may differ in a short one; in a long one it is a third of them.</param>
    /// <param name="isNear">Whether a key is near however many letters differ.</param>
    /// <returns>Up to three, the nearest first; empty when none is near.</returns>
    public static IReadOnlyList<string> Of(
        string text, IEnumerable<string> names, Func<string, string> keyOf, int tolerance, Func<string, bool> isNear) => names
        .Select(name => (name, key: keyOf(name)))
        .Select(pair => (pair.name, pair.key, distance: EditDistance.Between(text, pair.key)))
        .Where(pair => pair.distance <= Math.Max(tolerance, text.Length / 3) || isNear(pair.key))
        .OrderBy(pair => pair.distance)
        .Take(3)
        .Select(pair => pair.name)
        .ToList();

    /// <summary>Orders the names by how near they are, however far that is.</summary>
    /// <param name="text">The wrong one.</param>
    /// <param name="names">The right ones.</param>
    /// <param name="count">How many are wanted.</param>
    /// <returns>So many names or all, those that hold the text first, then the nearest.</returns>
    public static IEnumerable<string> Ranked(string text, IEnumerable<string> names, int count) => names
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .OrderBy(name => Holds(name, text) ? 0 : EditDistance.Between(text, name))
        .Take(count);

    private static bool Holds(string name, string text) =>
        text.Length > 2 && CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, text, CompareOptions.OrdinalIgnoreCase) >= 0;
}
