using System;
using System.Collections.Generic;

namespace IntercomPS.Client.Slicing;

/// <summary>Cuts a slice into parts of about as many conversations as are worth a search of their own.</summary>
internal static class SliceCutter
{
    /// <summary>The most conversations of a slice that is not cut: ten pages.</summary>
    public const int MaximumRows = 10 * SearchPageRequest.MaximumPageSize;

    private const int MaximumParts = 256;

    /// <summary>Cuts a slice into parts of the same length.</summary>
    /// <param name="slice">The slice.</param>
    /// <param name="floor">Where its conversations begin, as far as is known; counts only where the slice has no start of its own.</param>
    /// <param name="ceiling">The same for its end.</param>
    /// <param name="rows">How many conversations it has.</param>
    /// <param name="rowsOfPart">How many a part is meant to have.</param>
    /// <param name="ascending">Whether the oldest part comes first.</param>
    /// <returns>The parts, which together are the slice; the slice alone where it cannot be cut.</returns>
    public static IReadOnlyList<TimeSlice> Cut(TimeSlice slice, long floor, long ceiling, long rows, int rowsOfPart, bool ascending)
    {
        long from = slice.From ?? Math.Min(floor, slice.Before ?? floor);
        long before = slice.Before ?? Math.Max(ceiling, from);
        long seconds = before - from;
        long count = Math.Min(Math.Min(MaximumParts, seconds), Math.Max(2, (rows + rowsOfPart - 1) / rowsOfPart));
        if (count < 2)
        {
            return [slice];
        }

        var parts = new List<TimeSlice>((int)count);
        for (long index = 0; index < count; index++)
        {
            // What lies outside of what is known belongs to the outermost parts.
            parts.Add(new TimeSlice(
                index == 0 ? slice.From : from + (seconds * index / count),
                index == count - 1 ? slice.Before : from + (seconds * (index + 1) / count)));
        }

        if (!ascending)
        {
            parts.Reverse();
        }

        return parts;
    }
}
