using System;
using System.Collections.Generic;
using IntercomPS.Client;

namespace IntercomPS.Export;

/// <summary>What an export has come to so far, all its runs together.</summary>
internal sealed class ExportTally
{
    private readonly List<SkippedConversation> _skipped = [];
    private readonly List<IncompleteThread> _incomplete = [];

    /// <summary>When the first run began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>How many runs there were, this one included.</summary>
    public int Runs { get; set; } = 1;

    /// <summary>How long the runs took, without the time between them.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <summary>The first second, Unix, of whose beginnings nothing is exported; null where that is not bounded.</summary>
    public long? CreatedBefore { get; init; }

    /// <summary>How many conversations were written.</summary>
    public long Rows { get; set; }

    /// <summary>How many parts were written.</summary>
    public long PartRows { get; set; }

    /// <summary>How many conversations Intercom counted at the start; null where it did not tell.</summary>
    public long? Counted { get; set; }

    /// <summary>How many conversations it counted and did not return; 0 where nobody looked.</summary>
    public long NotReturned { get; set; }

    /// <summary>How many conversations Intercom returned, those included that do not match; null for an export that is no search's.</summary>
    public long? Received { get; set; }

    /// <summary>What the requests came to.</summary>
    public RequestTotals Requests { get; set; }

    /// <summary>The conversations whose oldest parts are missing.</summary>
    public IReadOnlyList<IncompleteThread> Incomplete => _incomplete;

    /// <summary>The conversations that were left out.</summary>
    public IReadOnlyList<SkippedConversation> Skipped => _skipped;

    /// <summary>Counts a conversation that was written.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="withParts">Whether its parts were written too.</param>
    public void Add(Conversation conversation, bool withParts)
    {
        Rows++;
        if (withParts && conversation.MissingPartCount > 0)
        {
            Add(IncompleteThread.Of(conversation));
        }
    }

    /// <summary>Takes note of missing parts.</summary>
    /// <param name="thread">The thread.</param>
    public void Add(IncompleteThread thread) => _incomplete.Add(thread);

    /// <summary>Takes note of a conversation that is left out.</summary>
    /// <param name="conversation">The conversation.</param>
    public void Add(SkippedConversation conversation) => _skipped.Add(conversation);
}
