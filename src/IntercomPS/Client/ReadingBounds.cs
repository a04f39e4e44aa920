using IntercomPS.Querying;

namespace IntercomPS.Client;

/// <summary>Between which moments of creation a plan is read: what the server is asked for that, and what is checked here.</summary>
internal sealed class ReadingBounds
{
    private readonly PlanReading _reading;

    public ReadingBounds(PlanReading reading)
    {
        _reading = reading;
    }

    /// <summary>Narrows a question to the bounds, where its limits leave room; the check holds in any case.</summary>
    /// <param name="question">The question.</param>
    /// <returns>A question whose answer holds all that lies within the bounds, whether or not the server takes its own as strict.</returns>
    public QueryNode Narrow(QueryNode question)
    {
        long? last = _reading.After?.CreatedAt ?? _reading.CreatedBefore - 1;
        return last is { } second
            ? QueryLimits.TryAdd(question, new QueryFilter("created_at", SearchOperator.LessThan, second + 1)) ?? question
            : question;
    }

    /// <summary>Whether a conversation lies within the bounds.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <returns>True when it does.</returns>
    public bool Holds(Conversation conversation)
    {
        long created = conversation.CreatedAt.ToUnixTimeSeconds();
        return !(created >= _reading.CreatedBefore) && (_reading.After is not { } after || IsBehind(conversation, created, after));
    }

    private static bool IsBehind(Conversation conversation, long created, ConversationPosition after) =>
        created < after.CreatedAt || (created == after.CreatedAt && ConversationSort.CompareIds(conversation.Id, after.Id) < 0);
}
