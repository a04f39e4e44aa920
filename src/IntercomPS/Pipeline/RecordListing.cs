using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Pipeline;

/// <summary>Writes pages of records, as the paging parameters want them.</summary>
internal static class RecordListing
{
    /// <summary>How exact Intercom's count is where the client has still to look at the very bounds of a time range.</summary>
    public const double EstimatedAccuracy = 0.9;

    /// <summary>How many records must be read; with -First 0 -IncludeTotalCount only the count is wanted, which takes a page of one.</summary>
    /// <param name="paging">Which part of the records is wanted.</param>
    /// <returns>The number; null for all.</returns>
    public static long? WantedOf(PagingRange paging) =>
        paging.First != 0 ? paging.Wanted : paging.TotalCount is null ? 0 : 1;

    /// <summary>Reads and writes.</summary>
    /// <typeparam name="T">What the records are.</typeparam>
    /// <param name="pages">The pages.</param>
    /// <param name="countAll">How many records there are in all, known with the first page.</param>
    /// <param name="accuracy">How exact that is, from 0 for unknown to 1.</param>
    /// <param name="paging">Which part of the records is wanted.</param>
    /// <param name="writer">Where the records go.</param>
    /// <param name="progress">What is told how far it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that ends when all is written.</returns>
    public static async Task WriteAsync<T>(
        IAsyncEnumerable<IReadOnlyList<T>> pages,
        Func<long?> countAll,
        Func<double> accuracy,
        PagingRange paging,
        PipelineWriter writer,
        ProgressReporter progress,
        CancellationToken cancellationToken)
        where T : class
    {
        long toSkip = paging.Skip;
        long written = 0;
        bool counted = false;
        await foreach (IReadOnlyList<T> page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (paging.TotalCount is { } totalCount && !counted)
            {
                counted = true;
                await writer.OutputAsync(totalCount((ulong)(countAll() ?? 0), accuracy())).ConfigureAwait(false);
            }

            IReadOnlyList<T> rows = toSkip == 0 ? page : page.Skip((int)Math.Min(toSkip, int.MaxValue)).ToList();
            toSkip -= page.Count - rows.Count;
            if (rows.Count > 0 && paging.First != 0)
            {
                await writer.OutputListAsync(rows).ConfigureAwait(false);
            }

            written += rows.Count;
            progress.Report(written, Math.Min(countAll() ?? 0, paging.First ?? long.MaxValue));
        }

        progress.Complete();
    }
}
