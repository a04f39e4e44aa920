using System;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Querying;

namespace IntercomPS.Client;

/// <summary>
/// Reads the pages of one search, one after the other: each next page is asked for as soon as its
/// cursor is known, a page that times out is asked for with half the size, and a search whose cursor
/// is refused goes on from the last key seen.
/// </summary>
internal sealed class ConversationPager
{
    private const int MaximumRestartsWithoutProgress = 3;
    private const int MaximumEmptyPages = 100;

    private readonly IntercomClient _client;
    private readonly QueryNode _question;
    private readonly ConversationSort _sort;
    private readonly PageSizes _sizes;
    private readonly SortedKeys _keys;
    private QueryNode _filter;
    private PageCursor? _cursor;
    private PageFetch? _current;
    private PageFetch? _ahead;
    private int _restarts;
    private long? _wanted;
    private long? _expected;
    private int _leastSize = 1;
    private int _emptyPages;
    private int _triesAtSmallest;
    private bool _looksAhead;
    private bool _finished;
    private bool _orderNoted;

    public ConversationPager(IntercomClient client, QueryNode question, ConversationSort sort, SearchSettings settings)
    {
        _sizes = settings.Sizes;
        _looksAhead = settings.LooksAheadAtOnce;
        _client = client;
        _question = question;
        _filter = question;
        _sort = sort;
        _keys = new SortedKeys(sort);
    }

    /// <summary>How many more rows are wanted; null for all. No page is asked for beyond it.</summary>
    public long? Wanted
    {
        get => _wanted;
        set
        {
            // Rows that do not match after all bring pages of the size of the rest, and ever smaller ones.
            _leastSize = value > _expected ? Math.Min(_leastSize * 4, SearchPageRequest.MaximumPageSize) : _leastSize;
            _wanted = value;
        }
    }

    /// <summary>The sort key up to which everything was read; null where the server does not keep the order.</summary>
    public long? ReadTo => _keys.ReadTo;

    /// <summary>Reads the next page.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The page, rows of earlier pages among its own after a restart; null after the last one.</returns>
    /// <exception cref="IntercomException">The page cannot be had.</exception>
    public async Task<ConversationPage?> NextAsync(CancellationToken cancellationToken)
    {
        while (!_finished)
        {
            _current ??= Start(_cursor, SizeFor(Wanted), cancellationToken);
            try
            {
                PageCursor? next = await _current.Cursor.ConfigureAwait(false);
                if (_looksAhead && next is not null && (Wanted is null || Wanted > _current.Request.PageSize))
                {
                    _ahead = Start(next, SizeFor(Wanted - _current.Request.PageSize), cancellationToken);
                }

                return await AdvanceAsync(_current, await _current.Page.ConfigureAwait(false)).ConfigureAwait(false);
            }
            catch (IntercomException error) when (error.Kind == ApiErrorKind.TimedOut && _sizes.TryShrink(_current.Request.PageSize, ref _triesAtSmallest))
            {
                await AbandonAsync().ConfigureAwait(false);
                _client.Observer.Retrying($"a page took too long; asking for {SizeFor(Wanted)} conversations at once", _sizes.Delay);
                await _client.Time.WaitAsync(_sizes.Delay, cancellationToken).ConfigureAwait(false);
            }
            catch (IntercomException error) when (error.Kind == ApiErrorKind.CursorRefused && TryRestart())
            {
                await AbandonAsync().ConfigureAwait(false);
                _client.Observer.Retrying("the server refused a cursor; going on from the last conversation seen", TimeSpan.Zero);
            }
        }

        return null;
    }

    /// <summary>Takes note that a page brought rows that no earlier one had.</summary>
    public void NoteProgress() => _restarts = 0;

    /// <summary>Gives up what is under way.</summary>
    /// <returns>A task that ends when nothing of it is left.</returns>
    public async Task AbandonAsync()
    {
        foreach (PageFetch? fetch in new[] { _current, _ahead })
        {
            if (fetch is not null)
            {
                await fetch.AbandonAsync().ConfigureAwait(false);
            }
        }

        _current = null;
        _ahead = null;
    }

    private PageFetch Start(PageCursor? cursor, int size, CancellationToken cancellationToken) =>
        PageFetch.Start(_client, new SearchPageRequest(_filter, _sort, cursor, size), cancellationToken);

    private int SizeFor(long? wanted) => (int)Math.Min(_sizes.Current, Math.Max(_leastSize, wanted ?? _sizes.Current));

    private async Task<ConversationPage> AdvanceAsync(PageFetch fetch, ConversationPage page)
    {
        if (page.Next is not null && page.Next == fetch.Request.Cursor)
        {
            throw new IntercomException(
                ApiErrorKind.Unavailable, "Intercom names the same page as the next one again and again. Try again later.");
        }

        // A page can be empty where rows of it may not be seen; but pages that never end must.
        _emptyPages = page.Conversations.Count == 0 ? _emptyPages + 1 : 0;
        if (page.Next is not null && _emptyPages >= MaximumEmptyPages)
        {
            throw new IntercomException(
                ApiErrorKind.Unavailable, $"Intercom returned {_emptyPages} empty pages in a row, each naming a next one. Narrow the search, or try again later.");
        }

        if (_ahead is not null && _ahead.Request.Cursor != page.Next)
        {
            // The cursor was that of an attempt that broke off, whose page may have ended elsewhere.
            await _ahead.AbandonAsync().ConfigureAwait(false);
            _ahead = null;
        }

        fetch.Release();
        _expected = _wanted - fetch.Request.PageSize;
        _sizes.Succeeded();
        _triesAtSmallest = 0;
        _looksAhead = true;
        if (!_keys.Observe(page.Conversations) && !_orderNoted)
        {
            _orderNoted = true;
            _client.Observer.Noted($"The server does not keep the order by {_sort.ApiField}.");
        }

        _finished = page.Next is null;
        _cursor = page.Next;
        _current = _ahead;
        _ahead = null;
        return page;
    }

    private bool TryRestart()
    {
        if (++_restarts > MaximumRestartsWithoutProgress)
        {
            return false;
        }

        _filter = (_keys.Resumption is { } resumption ? QueryLimits.TryAdd(_question, resumption) : null) ?? _question;
        _keys.Restarted();
        _cursor = null;
        return true;
    }
}
