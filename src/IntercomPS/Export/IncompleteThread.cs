namespace IntercomPS.Export;

/// <summary>A conversation whose oldest parts are missing, with what Intercom says of their number.</summary>
/// <param name="Id">The conversation's id.</param>
/// <param name="Received">How many parts came.</param>
/// <param name="TotalCount">The thread's own count, conversation_parts.total_count; null where the answer has none.</param>
/// <param name="CountConversationParts">The statistic count_conversation_parts; null where the answer has none.</param>
internal sealed record IncompleteThread(string Id, int Received, long? TotalCount, int? CountConversationParts)
{
    /// <summary>The counts of a conversation.</summary>
    /// <param name="conversation">The conversation, with its thread.</param>
    /// <returns>Its counts.</returns>
    public static IncompleteThread Of(Conversation conversation) => new(
        conversation.Id, conversation.Parts.Count, conversation.TotalPartCount, conversation.Statistics?.CountConversationParts);
}
