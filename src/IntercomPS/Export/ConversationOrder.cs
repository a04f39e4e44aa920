using IntercomPS.Client;
using IntercomPS.Querying;

namespace IntercomPS.Export;

/// <summary>The order in which an export that can be resumed writes: the newest conversation first, ids deciding among those of one second.</summary>
internal static class ConversationOrder
{
    /// <summary>Whether a place lies behind another one.</summary>
    /// <param name="place">The place.</param>
    /// <param name="other">The other one.</param>
    /// <returns>True when it does.</returns>
    public static bool IsBehind(ConversationPosition place, ConversationPosition other) =>
        place.CreatedAt < other.CreatedAt || (place.CreatedAt == other.CreatedAt && ConversationSort.CompareIds(place.Id, other.Id) < 0);
}
