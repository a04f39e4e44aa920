namespace IntercomPS.Export.Journal;

/// <summary>A line of a journal, after the first one.</summary>
/// <param name="End">Where the line ends in the journal.</param>
internal sealed record JournalEntry(long End)
{
    /// <summary>The checkpoint; null where the line is none.</summary>
    public JournalCheckpoint? Checkpoint { get; init; }

    /// <summary>Beside a checkpoint, the line says that everything is written, and the size of the manifest: 0 where there is none. Null where it does not.</summary>
    public long? EndedWithManifest { get; init; }

    /// <summary>Whether the line says that another run began.</summary>
    public bool IsRun { get; init; }
}
