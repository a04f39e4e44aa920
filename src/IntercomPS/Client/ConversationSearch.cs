using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Models.Json;
using IntercomPS.Querying;

namespace IntercomPS.Client;

/// <summary>A search as callers see it: every conversation that matches, once, in the order asked for, page by page.</summary>
internal sealed class ConversationSearch
{
    private readonly IntercomClient _client;
    private readonly ConversationQuery _query;
    private readonly SearchSettings _settings;
    private readonly long? _first;
    private readonly SeenIds _seen = new();
    private long _returned;
    private bool _begun;
    private DateTimeOffset? _newestChange;

    /// <summary>Makes a search; nothing is sent before it is read.</summary>
    /// <param name="client">The client.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="settings">How it is read; null for all of it, as one search.</param>
    public ConversationSearch(IntercomClient client, ConversationQuery query, SearchSettings? settings = null)
    {
        _client = client;
        _query = query;
        _settings = settings ?? new SearchSettings();
        _first = _settings.First;
    }

    /// <summary>How many conversations the server has returned, each counted once, also those that do not match.</summary>
    public long Received { get; private set; }

    /// <summary>The sort key of the last conversation that the server returned, up to which everything was read; null where the server does not keep the order.</summary>
    public long? ReadTo { get; private set; }

    /// <summary>How many conversations the server found, known with the first page; those at the very bounds of a time range may be counted though they do not match.</summary>
    public long? TotalCount { get; private set; }

    /// <summary>Reads the conversations.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Pages without the rows that came before or do not match; the first one is given even when it is empty.</returns>
    public async IAsyncEnumerable<IReadOnlyList<Conversation>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (_first == 0)
        {
            yield break;
        }

        DateTimeOffset started = _client.Time.GetUtcNow();
        await foreach (IReadOnlyList<Conversation> rows in ReadAsync(_query.Filter, _query.Sort, cancellationToken).ConfigureAwait(false))
        {
            yield return rows;
        }

        if (MovedFilter(started) is { } moved)
        {
            // Sorted by when it began, nothing moves: one pass finds all that moved.
            await foreach (IReadOnlyList<Conversation> rows in ReadAsync(moved, ConversationSort.NewestFirst, cancellationToken).ConfigureAwait(false))
            {
                yield return rows;
            }
        }
    }

    /// <summary>Counts what the server counts and has not returned, once all was read; asks again before it says so, since counts drift.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The number; 0 where nothing is missing.</returns>
    public async Task<long> CountUnaccountedAsync(CancellationToken cancellationToken)
    {
        if (!(TotalCount > Received))
        {
            return 0;
        }

        var recount = new SearchPageRequest(_query.Filter, _query.Sort, Cursor: null, PageSize: 1);
        ConversationPage page = await _client.SearchPageAsync(recount, _ => { }, cancellationToken).ConfigureAwait(false);
        return Math.Max(0, Math.Min(TotalCount.Value, page.TotalCount ?? 0) - Received);
    }

    private async IAsyncEnumerable<IReadOnlyList<Conversation>> ReadAsync(
        QueryNode filter, ConversationSort sort, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pager = new ConversationPager(_client, filter, sort, _settings) { Wanted = _first - _returned };
        try
        {
            while (await pager.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
            {
                bool isFirst = !_begun;
                if (isFirst)
                {
                    _begun = true;
                    TotalCount = page.TotalCount;
                    NoteNewestChange(page);
                }

                ReadTo = pager.ReadTo;
                List<Conversation> rows = TakeNew(page, pager);
                pager.Wanted = _first - _returned;
                if (rows.Count > 0 || isFirst)
                {
                    yield return rows;
                }

                if (_returned >= _first)
                {
                    yield break;
                }
            }
        }
        finally
        {
            await pager.AbandonAsync().ConfigureAwait(false);
        }
    }

    [MethodImpl(HotPath.Optimized)]
    private List<Conversation> TakeNew(ConversationPage page, ConversationPager pager)
    {
        var rows = new List<Conversation>(page.Conversations.Count);
        foreach (Conversation conversation in page.Conversations)
        {
            if (!_seen.Add(conversation.Id))
            {
                continue;
            }

            Received++;
            pager.NoteProgress();
            _query.Observed?.Invoke(conversation);
            if (_query.Matches(conversation) && !(_returned >= _first))
            {
                _returned++;
                rows.Add(conversation);
            }
        }

        return rows;
    }

    /// <summary>
    /// With the newest change first, a conversation that changes before its page is read jumps to pages
    /// that are read already: what changed since the start is asked for once more.
    /// </summary>
    private QueryNode? MovedFilter(DateTimeOffset started) =>
        !_query.Sort.CanMoveBack || _returned >= _first
            ? null
            : QueryLimits.TryAdd(_query.Filter, new QueryFilter("updated_at", SearchOperator.GreaterThan, FirstMove(started)))
                ?? _query.Filter;

    /// <summary>Sorted by the change itself, whatever changes later than the first row did is a move, by the server's own clock.</summary>
    private long FirstMove(DateTimeOffset started) =>
        Math.Min(started.ToUnixTimeSeconds() - ClockAllowance, _newestChange?.ToUnixTimeSeconds() - 1 ?? long.MaxValue);

    private void NoteNewestChange(ConversationPage page)
    {
        if (_query.Sort.Field == ConversationSortField.UpdatedAt && page.Conversations.Count > 0)
        {
            _newestChange = page.Conversations[0].UpdatedAt;
        }
    }

    /// <summary>By how many seconds our clock may be ahead of the server's.</summary>
    private const long ClockAllowance = 300;
}
