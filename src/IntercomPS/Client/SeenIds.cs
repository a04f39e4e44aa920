using System;
using System.Collections.Generic;
using System.Globalization;

namespace IntercomPS.Client;

/// <summary>The ids seen so far, in little memory: Intercom's conversation ids are whole numbers.</summary>
internal sealed class SeenIds
{
    private readonly HashSet<long> _numbers = [];
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    /// <summary>Takes note of an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>False when it was seen before.</returns>
    public bool Add(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && (id[0] != '0' || id.Length == 1)
            ? _numbers.Add(number)
            : _texts.Add(id);
}
