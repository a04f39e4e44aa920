using System;
using System.Text.Json;

namespace IntercomPS.Sandbox.Search;

/// <summary>Finds the stretch of records, sorted by when they were created, that a query can match at all: as an index would.</summary>
internal static class CreationRange
{
    private const string Field = "created_at";

    /// <summary>Cuts the stretch out.</summary>
    /// <param name="byCreation">All records, the oldest first.</param>
    /// <param name="created">When a record was created, in Unix seconds.</param>
    /// <param name="query">The query.</param>
    /// <returns>All records that the query can match, and others perhaps.</returns>
    public static ArraySegment<T> Of<T>(T[] byCreation, Func<T, long> created, QueryNode query)
    {
        (long least, long most) = Bounds(query);
        int start = FirstFrom(byCreation, created, least);
        int end = most == long.MaxValue ? byCreation.Length : FirstFrom(byCreation, created, most + 1);
        return new ArraySegment<T>(byCreation, start, Math.Max(0, end - start));
    }

    private static (long Least, long Most) Bounds(QueryNode node)
    {
        (long least, long most) = (long.MinValue, long.MaxValue);
        if (node is QueryGroup { All: true } and)
        {
            foreach (QueryNode member in and.Members)
            {
                (long memberLeast, long memberMost) = Bounds(member);
                (least, most) = (Math.Max(least, memberLeast), Math.Min(most, memberMost));
            }
        }
        else if (node is QueryFilter { Field: Field, Value.ValueKind: JsonValueKind.Number } filter && filter.Value.TryGetInt64(out long bound))
        {
            return filter.Operator switch
            {
                SearchOperators.Greater => (bound, most),
                SearchOperators.Lower => (least, bound),
                _ => (least, most),
            };
        }

        return (least, most);
    }

    private static int FirstFrom<T>(T[] byCreation, Func<T, long> created, long second)
    {
        int low = 0;
        int high = byCreation.Length;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = created(byCreation[middle]) < second ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
