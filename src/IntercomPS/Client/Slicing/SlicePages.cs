using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using IntercomPS.Models.Json;
using IntercomPS.Querying;

namespace IntercomPS.Client.Slicing;

/// <summary>The pages of a slice that wait for their turn, and what they take of the budget.</summary>
/// <remarks>In the exact order, nothing can be taken before the slice is whole: only then is it known what comes first.</remarks>
internal sealed class SlicePages
{
    private readonly object _gate = new();
    private readonly Queue<IReadOnlyList<Conversation>> _ready = new();
    private readonly ReadAheadBudget _budget;
    private readonly ConversationSort? _exact;
    private List<Conversation> _unsorted = [];

    /// <summary>Makes an empty queue.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="exact">The order to bring the whole slice in; null to give the pages as they come.</param>
    public SlicePages(ReadAheadBudget budget, ConversationSort? exact)
    {
        _budget = budget;
        _exact = exact;
    }

    /// <summary>Adds a page.</summary>
    /// <param name="page">The page.</param>
    public void Add(IReadOnlyList<Conversation> page)
    {
        _budget.Hold(page.Count);
        lock (_gate)
        {
            if (_exact is null)
            {
                _ready.Enqueue(page);
            }
            else
            {
                _unsorted.AddRange(page);
            }
        }
    }

    /// <summary>Takes note that there are no more pages.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            if (_exact is null)
            {
                return;
            }

            if (!IsSorted(_unsorted, _exact))
            {
                _unsorted.Sort(_exact.Compare);
            }

            for (int start = 0; start < _unsorted.Count; start += SearchPageRequest.MaximumPageSize)
            {
                _ready.Enqueue(_unsorted.GetRange(start, Math.Min(SearchPageRequest.MaximumPageSize, _unsorted.Count - start)));
            }

            _unsorted = [];
        }
    }

    /// <summary>A server that keeps the order leaves nothing to sort.</summary>
    [MethodImpl(HotPath.Optimized)]
    private static bool IsSorted(List<Conversation> conversations, ConversationSort order)
    {
        for (int index = 1; index < conversations.Count; index++)
        {
            if (order.Compare(conversations[index - 1], conversations[index]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes the next page.</summary>
    /// <returns>The page; null where none is there.</returns>
    public IReadOnlyList<Conversation>? Take()
    {
        IReadOnlyList<Conversation> page;
        lock (_gate)
        {
            if (_ready.Count == 0)
            {
                return null;
            }

            page = _ready.Dequeue();
        }

        _budget.Release(page.Count);
        return page;
    }
}
