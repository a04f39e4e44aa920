using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using IntercomPS.Querying;

namespace IntercomPS.Client;

/// <summary>One of the searches that are merged, at the place up to which it was taken.</summary>
internal sealed class MergedSource
{
    private readonly IAsyncEnumerator<IReadOnlyList<Conversation>> _pages;
    private readonly ConversationSort _sort;
    private IReadOnlyList<Conversation> _page = Array.Empty<Conversation>();
    private int _taken;

    public MergedSource(IAsyncEnumerable<IReadOnlyList<Conversation>> pages, ConversationSort sort)
    {
        _pages = pages.GetAsyncEnumerator();
        _sort = sort;
    }

    /// <summary>Whether there is a next conversation.</summary>
    public bool HasNext => _taken < _page.Count;

    /// <summary>Whether the page is used up, so that the next one must be read.</summary>
    public bool NeedsPage => !HasNext;

    /// <summary>What the next conversation is sorted by; null where it has no such time.</summary>
    public long? Key => _sort.KeyOf(_page[_taken]);

    /// <summary>Takes the next conversation.</summary>
    /// <returns>The conversation.</returns>
    public Conversation Take() => _page[_taken++];

    /// <summary>Reads the next page that is not empty, if any.</summary>
    /// <returns>A task that ends when it is there, or when the search has ended.</returns>
    public async Task NextPageAsync()
    {
        _taken = 0;
        while (await _pages.MoveNextAsync().ConfigureAwait(false))
        {
            _page = _pages.Current;
            if (_page.Count > 0)
            {
                return;
            }
        }

        _page = Array.Empty<Conversation>();
    }

    /// <summary>Gives up what is under way.</summary>
    /// <returns>A task that ends when nothing of it is left.</returns>
    public ValueTask DisposeAsync() => _pages.DisposeAsync();
}
