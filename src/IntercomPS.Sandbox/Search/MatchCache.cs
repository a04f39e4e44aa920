using System;
using System.Collections.Generic;

namespace IntercomPS.Sandbox.Search;

/// <summary>
/// Keeps the sorted matches of the last queries, so that page N needs no filtering and sorting again.
/// A key names the query, the order and the version of the data.
/// </summary>
internal sealed class MatchCache<T>
{
    private const int Capacity = 24;

    private readonly object _gate = new();
    private readonly LinkedList<KeyValuePair<string, Lazy<T[]>>> _recent = new();

    public T[] GetOrAdd(string key, Func<T[]> find)
    {
        Lazy<T[]> matches;
        lock (_gate)
        {
            LinkedListNode<KeyValuePair<string, Lazy<T[]>>>? node = _recent.First;
            while (node is not null && node.Value.Key != key)
            {
                node = node.Next;
            }

            if (node is null)
            {
                node = new(new(key, new Lazy<T[]>(find)));
                if (_recent.Count >= Capacity)
                {
                    _recent.RemoveLast();
                }
            }
            else
            {
                _recent.Remove(node);
            }

            _recent.AddFirst(node);
            matches = node.Value.Value;
        }

        return matches.Value;
    }
}
