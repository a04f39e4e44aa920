using System.Collections.Generic;
using System.Linq;
using IntercomPS.Client;

namespace IntercomPS.Export.Journal;

/// <summary>Where a run of an export begins: at its beginning, at a checkpoint, or where only the names are missing.</summary>
internal sealed record RunStart
{
    /// <summary>What the runs before came to.</summary>
    public required ExportTally Tally { get; init; }

    /// <summary>Where the journal's last line ends that holds; 0 where none does.</summary>
    public long JournalEnd { get; init; }

    /// <summary>The checkpoint; null at the beginning.</summary>
    public JournalCheckpoint? Checkpoint { get; init; }

    /// <summary>The size of the manifest, where everything is written and only names are missing; 0 where there is no manifest. Null where it is not so.</summary>
    public long? EndedWithManifest { get; init; }

    /// <summary>What of an earlier run could not be gone on with; null where that is nothing.</summary>
    public string? Loss { get; init; }

    /// <summary>Whether everything is written, and only names are missing.</summary>
    public bool IsEnded => EndedWithManifest is not null;

    /// <summary>The conversation after which reading begins; null for the beginning.</summary>
    public ConversationPosition? After => Checkpoint?.After;

    /// <summary>Finds it.</summary>
    /// <param name="content">What the journal says, of the same export.</param>
    /// <param name="header">What is to be exported.</param>
    /// <param name="options">Where.</param>
    /// <returns>Where the run begins.</returns>
    public static RunStart Of(JournalContent content, JournalHeader header, ExportOptions options)
    {
        if (content.Header is not { } begun)
        {
            return new RunStart { Tally = TallyOf(header) };
        }

        var files = new LeftFiles(options);
        if ((content.Entries.Count > 0 ? content.Entries[^1] : null) is { EndedWithManifest: { } manifest } end && files.HoldAll(LastCheckpoint(content.Entries), manifest))
        {
            return AtLine(content, content.Entries.Count, begun) with { EndedWithManifest = manifest, JournalEnd = end.End };
        }

        for (int count = content.Entries.Count; count > 0; count--)
        {
            if (content.Entries[count - 1] is { Checkpoint: { After: not null } checkpoint, EndedWithManifest: null } && files.Hold(checkpoint))
            {
                int last = count;
                while (last < content.Entries.Count && content.Entries[last].IsRun)
                {
                    last++; // runs that came to nothing
                }

                return AtLine(content, last, begun);
            }
        }

        string? loss = content.Entries.All(entry => entry.Checkpoint is null) ? null
            : $"What was exported to '{options.Path}' before is gone, so that it is exported anew.";
        return loss is null
            ? new RunStart { Tally = TallyOf(begun, Runs(content.Entries)), JournalEnd = content.Entries.Count > 0 ? content.Entries[^1].End : content.HeaderEnd }
            : new RunStart { Tally = TallyOf(header), Loss = loss };
    }

    private static RunStart AtLine(JournalContent content, int count, JournalHeader header)
    {
        List<JournalEntry> entries = content.Entries.Take(count).ToList();
        JournalCheckpoint last = LastCheckpoint(entries);
        ExportTally tally = TallyOf(header, Runs(entries));
        tally.Rows = last.Rows;
        tally.PartRows = last.PartRows;
        tally.Received = last.Received;
        tally.Counted = last.Counted;
        tally.NotReturned = last.NotReturned;
        tally.Elapsed = last.Elapsed;
        tally.Requests = last.Requests;
        foreach (JournalCheckpoint checkpoint in entries.Select(entry => entry.Checkpoint).OfType<JournalCheckpoint>())
        {
            checkpoint.Skipped.ToList().ForEach(tally.Add);
            checkpoint.Incomplete.ToList().ForEach(tally.Add);
        }

        return new RunStart { Tally = tally, Checkpoint = last, JournalEnd = entries[^1].End };
    }

    private static JournalCheckpoint LastCheckpoint(IEnumerable<JournalEntry> entries) => entries.Select(entry => entry.Checkpoint).Last(checkpoint => checkpoint is not null)!;

    /// <summary>The first run, those that the journal tells of, and the one that begins.</summary>
    private static int Runs(IEnumerable<JournalEntry> entries) => 2 + entries.Count(entry => entry.IsRun);

    private static ExportTally TallyOf(JournalHeader header, int runs = 1) =>
        new() { StartedAt = header.StartedAt, CreatedBefore = header.CreatedBefore, Runs = runs };
}
