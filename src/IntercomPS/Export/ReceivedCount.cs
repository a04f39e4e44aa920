using System.Collections.Generic;
using IntercomPS.Client;

namespace IntercomPS.Export;

/// <summary>Counts the conversations that the server returns, those included that do not match, within the bounds; it is told of each once.</summary>
/// <remarks>Reading is ahead of writing. What a run counts that is stopped are those up to the last one written: the others come again.</remarks>
internal sealed class ReceivedCount
{
    private readonly object _gate = new();
    private readonly List<ConversationPosition>? _ahead;
    private readonly long _createdBefore;
    private readonly ConversationPosition? _after;
    private long _count;

    /// <summary>Begins to count.</summary>
    /// <param name="createdBefore">The first second, Unix, of whose beginnings nothing is counted.</param>
    /// <param name="tally">What earlier runs came to.</param>
    /// <param name="after">The place after which reading begins; null for the beginning.</param>
    /// <param name="mayStop">Whether <see cref="UpTo"/> will be asked.</param>
    public ReceivedCount(long createdBefore, ExportTally tally, ConversationPosition? after, bool mayStop)
    {
        _createdBefore = createdBefore;
        _after = after;
        _count = tally.Received ?? 0;
        _ahead = mayStop ? [] : null;
    }

    /// <summary>All of them so far.</summary>
    public long All
    {
        get
        {
            lock (_gate)
            {
                return _count + (_ahead?.Count ?? 0);
            }
        }
    }

    /// <summary>Takes note of a conversation; on any thread.</summary>
    /// <param name="conversation">The conversation.</param>
    public void Observe(Conversation conversation)
    {
        ConversationPosition place = ConversationPosition.Of(conversation);
        if (place.CreatedAt >= _createdBefore || (_after is { } after && !place.IsBehind(after)))
        {
            return;
        }

        lock (_gate)
        {
            if (_ahead is null)
            {
                _count++;
            }
            else
            {
                _ahead.Add(place);
            }
        }
    }

    /// <summary>Counts those up to a place, and that of the place itself.</summary>
    /// <param name="place">The place of the last conversation written.</param>
    /// <returns>How many they are.</returns>
    public long UpTo(ConversationPosition place)
    {
        lock (_gate)
        {
            return _count += _ahead?.RemoveAll(ahead => !ahead.IsBehind(place)) ?? 0;
        }
    }
}
