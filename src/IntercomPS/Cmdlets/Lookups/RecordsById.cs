using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Pipeline;

namespace IntercomPS.Cmdlets.Lookups;

/// <summary>Writes records by their ids, in the order of the ids, each asked for once however often its id comes.</summary>
internal static class RecordsById
{
    /// <summary>Gets and writes them.</summary>
    /// <typeparam name="T">What the records are.</typeparam>
    /// <param name="context">The command's client and writer.</param>
    /// <param name="ids">The ids, which may come slowly.</param>
    /// <param name="kind">What the records are, for the errors.</param>
    /// <param name="get">Asks for one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that ends when all are written.</returns>
    public static async Task WriteAsync<T>(
        WorkContext context, IAsyncEnumerable<string> ids, string kind, Func<string, CancellationToken, Task<T>> get, CancellationToken cancellationToken)
        where T : class
    {
        // A thousand conversations have a dozen assignees.
        var asked = new ConcurrentDictionary<string, Lazy<Task<T>>>(StringComparer.Ordinal);
        var fetcher = new ConcurrentFetcher<T>(
            context.Client,
            (id, token) => asked.GetOrAdd(id, key => new Lazy<Task<T>>(() => get(key, token))).Value,
            ConversationFetcher.DefaultThrottleLimit);
        await foreach (Fetched<T> fetched in fetcher.FetchAsync(ids, cancellationToken).ConfigureAwait(false))
        {
            if (fetched.Item is { } one)
            {
                await context.Writer.OutputAsync(one).ConfigureAwait(false);
            }
            else
            {
                context.Writer.Error(ErrorRecords.ForRecord(fetched.Error!, kind, fetched.Id));
            }
        }
    }
}
