using System;
using System.Collections.Generic;

namespace IntercomPS.Sandbox.Search;

/// <summary>What a list is ordered by; ids break ties, missing values count as 0.</summary>
internal sealed class SortOrder<T>
{
    private readonly Func<T, long> _key;
    private readonly Func<T, string> _id;

    public SortOrder(string field, bool ascending, Func<T, long> key, Func<T, string> id)
    {
        Field = field;
        Ascending = ascending;
        _key = key;
        _id = id;
    }

    public string Field { get; }

    public bool Ascending { get; }

    public long KeyOf(T record) => _key(record);

    public string IdOf(T record) => _id(record);

    public void Sort(T[] records)
    {
        // Keys are read once: one that moves during the sort would break the comparison.
        var keys = new SortKey[records.Length];
        for (int i = 0; i < records.Length; i++)
        {
            keys[i] = new SortKey(_key(records[i]), _id(records[i]));
        }

        Array.Sort(keys, records, Comparer<SortKey>.Create(Compare));
    }

    /// <summary>Where the records behind a cursor begin, in a list in this order.</summary>
    public int FindAfter(T[] records, long key, string id)
    {
        var cursor = new SortKey(key, id);
        int low = 0;
        int high = records.Length;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (Compare(new SortKey(_key(records[middle]), _id(records[middle])), cursor) > 0)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private int Compare(SortKey left, SortKey right)
    {
        int order = left.Key.CompareTo(right.Key);
        order = order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
        return Ascending ? order : -order;
    }

    private readonly record struct SortKey(long Key, string Id);
}
