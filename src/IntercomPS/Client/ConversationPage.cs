using System.Collections.Generic;

namespace IntercomPS.Client;

/// <summary>A page of conversations.</summary>
/// <param name="Conversations">The conversations, in the server's order.</param>
/// <param name="Next">Where the next page begins; null after the last one.</param>
/// <param name="TotalCount">How many conversations the server found in all; it drifts while paging. Null where it does not tell.</param>
internal sealed record ConversationPage(IReadOnlyList<Conversation> Conversations, PageCursor? Next, long? TotalCount);
