using System.Collections.Generic;
using IntercomPS.Querying;

namespace IntercomPS.Client;

/// <summary>The sort keys of the rows as they come: the last one, and whether the server keeps the order at all.</summary>
/// <remarks>No schema of the API has the sort, so that nothing may depend on its being kept.</remarks>
internal sealed class SortedKeys
{
    private readonly ConversationSort _sort;
    private bool _kept = true;
    private bool _keyless;
    private long? _last;

    public SortedKeys(ConversationSort sort)
    {
        _sort = sort;
    }

    /// <summary>The key of the last row, which all rows before it come before; null where they do not, and before the first row.</summary>
    public long? ReadTo => _kept && !_keyless ? _last : null;

    /// <summary>The condition from which on a search can go on in the middle; null where it must begin anew.</summary>
    public QueryFilter? Resumption => ReadTo is { } key ? _sort.From(key) : null;

    /// <summary>Takes note of a page.</summary>
    /// <param name="conversations">Its rows.</param>
    /// <returns>False when the rows break the order that was asked for.</returns>
    public bool Observe(IReadOnlyList<Conversation> conversations)
    {
        foreach (Conversation conversation in conversations)
        {
            long? key = _sort.KeyOf(conversation);
            if (key is null)
            {
                // Where such rows stand in the order is not known; a condition on the key would leave them out.
                _keyless = true;
                continue;
            }

            _kept &= !(_last is { } last && (_sort.Ascending ? key < last : key > last));
            _last = key;
        }

        return _kept;
    }

    /// <summary>Takes note that the search goes on from the resumption, some rows of which come again.</summary>
    public void Restarted() => _last = null;
}
