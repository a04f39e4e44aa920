using IntercomPS.Querying;

namespace IntercomPS.Client;

/// <summary>A place in the order of creation, to go on from: that of one conversation.</summary>
/// <param name="CreatedAt">When the conversation began, in Unix seconds.</param>
/// <param name="Id">Its id, which decides among those that began in the same second.</param>
internal readonly record struct ConversationPosition(long CreatedAt, string Id)
{
    /// <summary>The place of a conversation.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <returns>Its place.</returns>
    public static ConversationPosition Of(Conversation conversation) => new(conversation.CreatedAt.ToUnixTimeSeconds(), conversation.Id);

    /// <summary>Whether it lies behind another place, where the newest conversation comes first.</summary>
    /// <param name="other">The other place.</param>
    /// <returns>True when it does.</returns>
    public bool IsBehind(ConversationPosition other) =>
        CreatedAt < other.CreatedAt || (CreatedAt == other.CreatedAt && ConversationSort.CompareIds(Id, other.Id) < 0);
}
