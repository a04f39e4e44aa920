using System;
using System.Collections.Generic;
using IntercomPS.Client;

namespace IntercomPS.Export.Journal;

/// <summary>A state of an export that is safe on the disk: it can be gone on from there.</summary>
internal sealed record JournalCheckpoint
{
    /// <summary>The conversation written last; null where none was.</summary>
    public ConversationPosition? After { get; init; }

    /// <summary>The size of the conversations' file.</summary>
    public long Length { get; init; }

    /// <summary>The size of the parts' file; 0 where there is none.</summary>
    public long PartsLength { get; init; }

    /// <summary>How many conversations are written.</summary>
    public long Rows { get; init; }

    /// <summary>How many parts are written.</summary>
    public long PartRows { get; init; }

    /// <summary>How many conversations Intercom returned up to there.</summary>
    public long Received { get; init; }

    /// <summary>How many it counted at the start; null where it did not tell.</summary>
    public long? Counted { get; init; }

    /// <summary>How many it counted and did not return, among them perhaps some behind that place.</summary>
    public long NotReturned { get; init; }

    /// <summary>How long the runs took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>What the requests came to.</summary>
    public RequestTotals Requests { get; init; }

    /// <summary>The conversations that were left out since the checkpoint before.</summary>
    public IReadOnlyList<SkippedConversation> Skipped { get; init; } = [];

    /// <summary>The conversations since the checkpoint before whose oldest parts are missing.</summary>
    public IReadOnlyList<IncompleteThread> Incomplete { get; init; } = [];
}
