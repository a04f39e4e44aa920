using System.Runtime.CompilerServices;
using IntercomPS.Models.Json;
using IntercomPS.Querying;

namespace IntercomPS.Client.Slicing;

/// <summary>A span of moments of creation, in whole Unix seconds. No conversation ever leaves its slice, since when it began never changes.</summary>
/// <param name="From">The first second in it; null where it has no start.</param>
/// <param name="Before">The first second past it; null where it has no end.</param>
internal readonly record struct TimeSlice(long? From, long? Before)
{
    private const string Field = "created_at";

    /// <summary>Whether a conversation began in it.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <returns>True when it did.</returns>
    [MethodImpl(HotPath.Optimized)]
    public bool Contains(Conversation conversation)
    {
        long second = conversation.CreatedAt.ToUnixTimeSeconds();
        return !(second < From) && !(second >= Before);
    }

    /// <summary>Narrows a question to the slice.</summary>
    /// <param name="question">The question.</param>
    /// <returns>
    /// A question whose answer holds all of the slice, whether the server takes its bounds as strict or not, and perhaps a
    /// second more on either side; null where the question has no room for the bounds.
    /// </returns>
    public QueryNode? TryNarrow(QueryNode question)
    {
        QueryNode? narrowed = question;
        if (From is { } from)
        {
            narrowed = QueryLimits.TryAdd(narrowed, new QueryFilter(Field, SearchOperator.GreaterThan, from - 1));
        }

        if (Before is { } before && narrowed is not null)
        {
            narrowed = QueryLimits.TryAdd(narrowed, new QueryFilter(Field, SearchOperator.LessThan, before));
        }

        return narrowed;
    }
}
