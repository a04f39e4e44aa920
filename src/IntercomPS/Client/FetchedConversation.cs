namespace IntercomPS.Client;

/// <summary>What became of a conversation that was asked for by its id.</summary>
/// <param name="Id">The id.</param>
/// <param name="Conversation">The conversation with its thread; null when it could not be had.</param>
/// <param name="Error">Why it could not be had; null when it could.</param>
internal sealed record FetchedConversation(string Id, Conversation? Conversation, IntercomException? Error);
