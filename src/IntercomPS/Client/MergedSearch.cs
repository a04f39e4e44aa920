using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Querying;

namespace IntercomPS.Client;

/// <summary>Several searches as one: their conversations in the order asked for, each once, read side by side.</summary>
internal sealed class MergedSearch
{
    private const int PagesAhead = 1;

    private readonly IReadOnlyList<ConversationSearch> _searches;
    private readonly ConversationSort _sort;
    private readonly long? _first;
    private readonly SeenIds _seen = new();
    private long _returned;

    /// <summary>Makes a merged search; nothing is sent before it is read.</summary>
    /// <param name="searches">The searches, all in the same order.</param>
    /// <param name="sort">That order.</param>
    /// <param name="first">How many conversations are wanted; null for all.</param>
    public MergedSearch(IReadOnlyList<ConversationSearch> searches, ConversationSort sort, long? first)
    {
        _searches = searches;
        _sort = sort;
        _first = first;
    }

    /// <summary>Reads the conversations.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Pages; the first one comes when every search has its first one.</returns>
    public async IAsyncEnumerable<IReadOnlyList<Conversation>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Stopped before the searches are disposed of, which wait for what they have under way.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<MergedSource> sources = _searches
            .Select(search => new MergedSource(Prefetching.ReadAsync(search.ReadAsync(stop.Token), PagesAhead, stop.Token)))
            .ToList();
        try
        {
            await ReadFirstPagesAsync(sources, stop).ConfigureAwait(false);
            var page = new List<Conversation>();
            while (!(_returned >= _first) && Best(sources) is { } source)
            {
                TakeInto(page, source.Take());
                if (!source.NeedsPage || _returned >= _first)
                {
                    continue;
                }

                yield return page;
                page = [];
                await source.NextPageAsync().ConfigureAwait(false);
            }

            yield return page;
        }
        finally
        {
            stop.Cancel();
            foreach (MergedSource source in sources)
            {
                await source.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads the first page of each; where one fails, the others are not waited for.</summary>
    private static async Task ReadFirstPagesAsync(List<MergedSource> sources, CancellationTokenSource stop)
    {
        List<Task> reading = sources.Select(source => source.NextPageAsync()).ToList();
        var pending = new List<Task>(reading);
        Task? failed = null;
        while (pending.Count > 0)
        {
            Task done = await Task.WhenAny(pending).ConfigureAwait(false);
            pending.Remove(done);
            if (done.Status != TaskStatus.RanToCompletion && failed is null)
            {
                failed = done;
                stop.Cancel();
            }
        }

        await (failed ?? Task.CompletedTask).ConfigureAwait(false);
    }

    private void TakeInto(List<Conversation> page, Conversation conversation)
    {
        if (_seen.Add(conversation.Id))
        {
            page.Add(conversation);
            _returned++;
        }
    }

    /// <summary>The source whose next conversation comes first.</summary>
    private MergedSource? Best(List<MergedSource> sources)
    {
        MergedSource? best = null;
        foreach (MergedSource source in sources)
        {
            if (source.HasNext && (best is null || _sort.Compare(source.Next, best.Next) < 0))
            {
                best = source;
            }
        }

        return best;
    }
}
