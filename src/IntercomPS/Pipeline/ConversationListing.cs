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
        var search = new PlanReader(context.Client, plan, new PlanReading
        {
            First = RecordListing.WantedOf(paging),
            Observed = coverage is null ? null : coverage.Observe,
            FellBack = coverage is null ? null : coverage.WarnWhereUnbounded,
        });
        await RecordListing.WriteAsync(
            search.ReadAsync(cancellationToken),
            () => search.TotalCount,
            () => search.Plan.CountAccuracy,
            paging,
            context.Writer,
            new ProgressReporter(context.Writer, "Reading conversations", context.Client.Time),
            cancellationToken).ConfigureAwait(false);
        coverage?.Report();
    }
}
