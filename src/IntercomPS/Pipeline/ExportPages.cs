using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Export;

namespace IntercomPS.Pipeline;

/// <summary>Makes pages to export of what comes otherwise.</summary>
internal static class ExportPages
{
    /// <summary>Gathers conversations that come one by one.</summary>
    /// <param name="input">The conversations.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Pages, the last of which may be empty.</returns>
    public static async IAsyncEnumerable<IReadOnlyList<Conversation>> Of(
        IAsyncEnumerable<Conversation> input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = new List<Conversation>(SearchPageRequest.MaximumPageSize);
        await foreach (Conversation conversation in input.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            page.Add(conversation);
            if (page.Count == SearchPageRequest.MaximumPageSize)
            {
                yield return page;
                page = new List<Conversation>(SearchPageRequest.MaximumPageSize);
            }
        }

        yield return page;
    }

    /// <summary>Takes pages as they are.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The same pages, from which nothing is skipped.</returns>
    public static async IAsyncEnumerable<ExportPage> WithoutThreads(
        IAsyncEnumerable<IReadOnlyList<Conversation>> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (IReadOnlyList<Conversation> page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return new ExportPage(page);
        }
    }
}
