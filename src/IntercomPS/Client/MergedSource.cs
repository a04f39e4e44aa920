using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace IntercomPS.Client;

/// <summary>One of the searches that are merged, at the place up to which it was taken.</summary>
internal sealed class MergedSource
{
    private readonly IAsyncEnumerator<IReadOnlyList<Conversation>> _pages;
    private IReadOnlyList<Conversation> _page = Array.Empty<Conversation>();
    private int _taken;

    public MergedSource(IAsyncEnumerable<IReadOnlyList<Conversation>> pages)
    {
        _pages = pages.GetAsyncEnumerator();
    }

    /// <summary>Whether there is a next conversation.</summary>
    public bool HasNext => _taken < _page.Count;

    /// <summary>Whether the page is used up, so that the next one must be read.</summary>
    public bool NeedsPage => !HasNext;

    /// <summary>The next conversation; only where there is one.</summary>
    public Conversation Next => _page[_taken];

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
