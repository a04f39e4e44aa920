using System;
using System.Linq;
using System.Runtime.CompilerServices;
using IntercomPS.Models.Json;

namespace IntercomPS.Querying;

/// <summary>The order of a search: by which field, in which direction.</summary>
/// <param name="Field">The field.</param>
/// <param name="Ascending">Oldest first when true, newest first when false.</param>
internal sealed record ConversationSort(ConversationSortField Field, bool Ascending)
{
    /// <summary>Newest conversations first.</summary>
    public static ConversationSort NewestFirst { get; } = new(ConversationSortField.CreatedAt, Ascending: false);

    /// <summary>The field as the API spells it.</summary>
    public string ApiField => Field switch
    {
        ConversationSortField.UpdatedAt => "updated_at",
        ConversationSortField.WaitingSince => "waiting_since",
        ConversationSortField.ClosedAt => "statistics.last_close_at",
        _ => "created_at",
    };

    /// <summary>Whether a conversation keeps its place while pages are read.</summary>
    public bool IsStable => Field == ConversationSortField.CreatedAt;

    /// <summary>Whether a conversation that changes can move to pages that are read already.</summary>
    /// <remarks>Oldest first, a change moves it to the end; but who is answered waits no more, and stands anywhere.</remarks>
    public bool CanMoveBack => !IsStable && (!Ascending || Field == ConversationSortField.WaitingSince);

    /// <summary>The value that a conversation is sorted by.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <returns>Unix seconds; null when the conversation has no such time.</returns>
    [MethodImpl(HotPath.Optimized)]
    public long? KeyOf(Conversation conversation) => Seconds(Field switch
    {
        ConversationSortField.UpdatedAt => conversation.UpdatedAt,
        ConversationSortField.WaitingSince => conversation.WaitingSince,
        ConversationSortField.ClosedAt => conversation.Statistics?.LastCloseAt,
        _ => conversation.CreatedAt,
    });

    /// <summary>The condition that leaves out what comes before a key in this order.</summary>
    /// <param name="key">Unix seconds of the last conversation seen.</param>
    /// <returns>A filter that overlaps by at least the key itself, whether or not the server takes its bounds as strict.</returns>
    public QueryFilter From(long key) => Ascending
        ? new QueryFilter(ApiField, SearchOperator.GreaterThan, key - 1)
        : new QueryFilter(ApiField, SearchOperator.LessThan, key + 1);

    /// <summary>Compares the places of two conversations in this order.</summary>
    /// <param name="first">One conversation.</param>
    /// <param name="second">The other one.</param>
    /// <returns>Less than 0 where the first one comes first. What has no key counts as 0; of equal keys, the ids decide.</returns>
    [MethodImpl(HotPath.Optimized)]
    public int Compare(Conversation first, Conversation second)
    {
        int order = (KeyOf(first) ?? 0).CompareTo(KeyOf(second) ?? 0);
        order = order != 0 ? order : CompareIds(first.Id, second.Id);
        return Ascending ? order : -order;
    }

    /// <summary>Compares two ids: as numbers, where both are.</summary>
    /// <param name="first">One id.</param>
    /// <param name="second">The other one.</param>
    /// <returns>Less than 0 where the first one is less.</returns>
    public static int CompareIds(string first, string second)
    {
        bool areNumbers = IsNumber(first) && IsNumber(second);
        return areNumbers && first.Length != second.Length ? first.Length.CompareTo(second.Length) : string.CompareOrdinal(first, second);
    }

    private static bool IsNumber(string id) => id.Length > 0 && id[0] != '0' && id.All(digit => digit is >= '0' and <= '9');

    private static long? Seconds(DateTimeOffset? time) => time > DateTimeOffset.MinValue ? time.Value.ToUnixTimeSeconds() : null;
}
