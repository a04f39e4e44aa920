using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Querying;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Planning;

namespace IntercomPS.Client.Slicing;

/// <summary>What a plan finds in one slice: by one search, or by several that are merged.</summary>
internal sealed class SliceSearch
{
    private readonly List<ConversationSearch> _searches;
    private readonly ConversationSort _sort;
    private readonly long? _first;

    /// <summary>Makes a search; nothing is sent before it is read.</summary>
    /// <param name="client">The client.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="slice">The slice; each of the plan's questions has room for its bounds, or it has none.</param>
    /// <param name="holds">What must hold of each conversation besides.</param>
    /// <param name="observed">Told of each conversation that the server returns.</param>
    /// <param name="settings">How it is read.</param>
    public SliceSearch(
        IntercomClient client, QueryPlan plan, TimeSlice slice, Func<Conversation, bool> holds, Action<Conversation> observed, SearchSettings settings)
    {
        _sort = plan.Sort;
        _first = settings.First;
        _searches = plan.Searches.Select(search => new ConversationSearch(
            client,
            new ConversationQuery
            {
                Filter = slice.TryNarrow(search.Filter) ?? search.Filter,
                Conditions = search.IsChecked ? [holds, ConditionEvaluator.Compile(search.Check)] : [holds],
                Observed = observed,
                Sort = plan.Sort,
            },
            settings)).ToList();
    }

    /// <summary>How many conversations the server counts, known with the first page; null before, and where it does not tell.</summary>
    public long? TotalCount => _searches.Count == 0 ? 0
        : _searches.Any(search => search.TotalCount is not null) ? _searches.Sum(search => search.TotalCount ?? 0)
        : null;

    /// <summary>How many conversations the server has returned; those that several searches find count in each.</summary>
    public long Received => _searches.Sum(search => search.Received);

    /// <summary>The sort key up to which everything was read, that of the last conversation; null where that is not known, since the server does not keep the order.</summary>
    /// <param name="rows">What was read so far.</param>
    /// <returns>The key.</returns>
    public long? ReadTo(IReadOnlyList<Conversation> rows) => _searches.Count == 1
        ? _searches[0].ReadTo
        : rows.Count > 0 ? _sort.KeyOf(rows[rows.Count - 1]) : null;

    /// <summary>Counts what the server counts and has not returned, once all was read.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The number; 0 where nothing is missing.</returns>
    public async Task<long> CountUnaccountedAsync(CancellationToken cancellationToken)
    {
        long missing = 0;
        foreach (ConversationSearch search in _searches)
        {
            missing += await search.CountUnaccountedAsync(cancellationToken).ConfigureAwait(false);
        }

        return missing;
    }

    /// <summary>Reads.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Pages of conversations, each once; the first page is given even when it is empty.</returns>
    public IAsyncEnumerable<IReadOnlyList<Conversation>> ReadAsync(CancellationToken cancellationToken) => _searches.Count == 1
        ? _searches[0].ReadAsync(cancellationToken)
        : new MergedSearch(_searches, _sort, _first).ReadAsync(cancellationToken);
}
