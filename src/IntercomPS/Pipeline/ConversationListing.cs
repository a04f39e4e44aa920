using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Querying;

namespace IntercomPS.Pipeline;

/// <summary>Writes what a search finds, page by page.</summary>
internal static class ConversationListing
{
    /// <summary>Searches and writes.</summary>
    /// <param name="context">The command's client and writer.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="paging">Which part of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that ends when all is written.</returns>
    public static Task WriteAsync(WorkContext context, ConversationQuery query, PagingRange paging, CancellationToken cancellationToken)
    {
        var search = new ConversationSearch(context.Client, query, RecordListing.WantedOf(paging));
        var progress = new ProgressReporter(context.Writer, "Reading conversations", context.Client.Time);
        return RecordListing.WriteAsync(
            search.ReadAsync(cancellationToken),
            () => search.TotalCount,
            query.Conditions.Count == 0,
            paging,
            context.Writer,
            progress,
            cancellationToken);
    }
}
