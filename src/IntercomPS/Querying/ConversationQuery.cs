using System;
using System.Collections.Generic;

namespace IntercomPS.Querying;

/// <summary>A search as the client runs it: what is asked of the server, what is checked again here, and in which order.</summary>
internal sealed class ConversationQuery
{
    /// <summary>The question to the server, already within its limits.</summary>
    public required QueryNode Filter { get; init; }

    /// <summary>What must hold of each answer besides, since the server's bounds may be loose.</summary>
    public IReadOnlyList<Func<Conversation, bool>> Conditions { get; init; } = Array.Empty<Func<Conversation, bool>>();

    /// <summary>Told of each conversation that the server returned, whether or not the conditions hold; null where nobody wants to know.</summary>
    public Action<Conversation>? Observed { get; init; }

    /// <summary>The order.</summary>
    public ConversationSort Sort { get; init; } = ConversationSort.NewestFirst;

    /// <summary>Every conversation of the workspace.</summary>
    /// <remarks>The search wants a filter; every conversation began after 1970.</remarks>
    public static QueryNode Everything { get; } = new QueryFilter("created_at", SearchOperator.GreaterThan, 0L);

    /// <summary>Whether a conversation that the server returned is one that was asked for.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <returns>True when every condition holds.</returns>
    public bool Matches(Conversation conversation)
    {
        foreach (Func<Conversation, bool> condition in Conditions)
        {
            if (!condition(conversation))
            {
                return false;
            }
        }

        return true;
    }
}
