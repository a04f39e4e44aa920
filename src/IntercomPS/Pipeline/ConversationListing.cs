using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Querying.Planning;

namespace IntercomPS.Pipeline;

/// <summary>Writes what a search finds, page by page.</summary>
internal static class ConversationListing
{
    /// <summary>Searches and writes.</summary>
    /// <param name="context">The command's client and writer.</param>
    /// <param name="plan">What is asked for.</param>
    /// <param name="paging">Which part of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that ends when all is written.</returns>
    public static async Task WriteAsync(WorkContext context, QueryPlan plan, PagingRange paging, CancellationToken cancellationToken)
    {
        var coverage = CxScoreCoverage.Begin(plan, context);
        var search = new PlanReader(context.Client, plan, WantedOf(paging), coverage is null ? null : coverage.Observe);
        var progress = new ProgressReporter(context.Writer, "Reading conversations", context.Client.Time);
        long toSkip = paging.Skip;
        long written = 0;
        bool counted = false;
        await foreach (IReadOnlyList<Conversation> page in search.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (paging.TotalCount is { } totalCount && !counted)
            {
                counted = true;
                await context.Writer.OutputAsync(totalCount((ulong)(search.TotalCount ?? 0), search.Plan.CountAccuracy)).ConfigureAwait(false);
            }

            IReadOnlyList<Conversation> rows = toSkip == 0 ? page : page.Skip((int)Math.Min(toSkip, int.MaxValue)).ToList();
            toSkip -= page.Count - rows.Count;
            if (rows.Count > 0 && paging.First != 0)
            {
                await context.Writer.OutputListAsync(rows).ConfigureAwait(false);
            }

            written += rows.Count;
            progress.Report(written, Math.Min(search.TotalCount ?? 0, paging.First ?? long.MaxValue));
        }

        progress.Complete();
        coverage?.Report();
    }

    /// <summary>With -First 0 -IncludeTotalCount only the count is wanted, which takes a page of one.</summary>
    private static long? WantedOf(PagingRange paging) =>
        paging.First != 0 ? paging.Wanted : paging.TotalCount is null ? 0 : 1;
}
