using IntercomPS.Client;

namespace IntercomPS.Export;

/// <summary>Counts the conversations that the server returns, those included that do not match: each once, and within the bound only.</summary>
internal sealed class ReceivedCount
{
    private readonly object _gate = new();
    private readonly SeenIds _seen = new();
    private readonly long _createdBefore;
    private long _count;

    /// <summary>Begins to count.</summary>
    /// <param name="createdBefore">The first second, Unix, of whose beginnings nothing is counted.</param>
    public ReceivedCount(long createdBefore)
    {
        _createdBefore = createdBefore;
    }

    /// <summary>All of them so far.</summary>
    public long All
    {
        get
        {
            lock (_gate)
            {
                return _count;
            }
        }
    }

    /// <summary>Takes note of a conversation; on any thread.</summary>
    /// <param name="conversation">The conversation.</param>
    public void Observe(Conversation conversation)
    {
        lock (_gate)
        {
            _count += conversation.CreatedAt.ToUnixTimeSeconds() < _createdBefore && _seen.Add(conversation.Id) ? 1 : 0;
        }
    }
}
