using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Client.Slicing;

/// <summary>A slice that was cut after its first page: what of that page stays, and the parts that the rest is read in.</summary>
/// <param name="Kept">The conversations of the page that no part will bring.</param>
/// <param name="GivenOut">The ids among them that a part finds again, and is to leave out.</param>
/// <param name="Parts">The parts, in the order of the conversations.</param>
/// <param name="ExpectedRows">About how many conversations a part has.</param>
/// <param name="IsReadAgain">Whether a part finds a conversation of the page again, also one that does not match.</param>
internal sealed record SliceCut(
    IReadOnlyList<Conversation> Kept,
    IReadOnlyCollection<string> GivenOut,
    IReadOnlyList<TimeSlice> Parts,
    long ExpectedRows,
    Func<Conversation, bool> IsReadAgain)
{
    /// <summary>Cuts a slice, where it is worth it.</summary>
    /// <param name="context">What all slices have in common.</param>
    /// <param name="slice">The slice.</param>
    /// <param name="search">Its search, of which the first page was read.</param>
    /// <param name="page">The conversations of that page.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The cut; null where the slice has few conversations, or all of one second.</returns>
    public static async Task<SliceCut?> TryAsync(
        SliceContext context, TimeSlice slice, SliceSearch search, IReadOnlyList<Conversation> page, CancellationToken cancellationToken)
    {
        if (!context.IsCuttable || search.TotalCount is not > SliceCutter.MaximumRows)
        {
            return null;
        }

        bool ascending = context.Plan.Sort.Ascending;
        long? readTo = search.ReadTo(page);
        TimeSlice rest = readTo is not { } key ? slice : ascending ? slice with { From = key } : slice with { Before = key + 1 };
        long floor = rest.From ?? await context.Span.FloorAsync(cancellationToken).ConfigureAwait(false);
        long rows = search.TotalCount.Value - search.Received;
        IReadOnlyList<TimeSlice> parts = SliceCutter.Cut(rest, floor, context.Span.Ceiling, rows, context.RowsOfSlice, ascending);
        if (parts.Count < 2)
        {
            return null;
        }

        // The second in which the page ends is read again by a part: more of it may be on the next page.
        bool IsReadAgain(Conversation conversation) => readTo is null || context.Plan.Sort.KeyOf(conversation) == readTo;
        return context.Reading.InExactOrder
            ? new SliceCut(page.Where(conversation => !IsReadAgain(conversation)).ToList(), Array.Empty<string>(), parts, rows / parts.Count, IsReadAgain)
            : new SliceCut(page, page.Where(IsReadAgain).Select(conversation => conversation.Id).ToList(), parts, rows / parts.Count, IsReadAgain);
    }
}
