using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Client;

namespace IntercomPS.Export.Journal;

/// <summary>One run of an export that can be resumed: where it begins, and how far it has come.</summary>
internal sealed class JournaledRun : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly ExportJournal _journal;
    private readonly TimeProvider _clock;
    private long _lastCheckpoint;
    private int _skippedTold;
    private int _incompleteTold;

    private JournaledRun(ExportJournal journal, RunStart start, TimeProvider clock)
    {
        _journal = journal;
        _clock = clock;
        Start = start;
        Tally = start.Tally;
        _skippedTold = Tally.Skipped.Count;
        _incompleteTold = Tally.Incomplete.Count;
        _lastCheckpoint = clock.GetTimestamp();
    }

    /// <summary>Where the run begins.</summary>
    public RunStart Start { get; }

    /// <summary>What the export has come to so far.</summary>
    public ExportTally Tally { get; }

    /// <summary>Whether so much time has passed since the last checkpoint that another one is worth its while.</summary>
    public bool IsDue => _clock.GetElapsedTime(_lastCheckpoint) >= Interval;

    /// <summary>Begins a run: anew, or where an earlier one was.</summary>
    /// <param name="options">What is exported where.</param>
    /// <param name="createdBefore">The bound of an export that begins anew.</param>
    /// <param name="clock">The time.</param>
    /// <returns>The run.</returns>
    /// <exception cref="JournalException">There is a journal, of another export or of none.</exception>
    /// <exception cref="ExportTargetException">Another run writes the same export, or the file cannot be written there.</exception>
    public static JournaledRun Open(ExportOptions options, long createdBefore, TimeProvider clock)
    {
        ExportJournal journal = ExportJournal.Open(options.Path);
        try
        {
            var header = new JournalHeader(options.Subject, options.Manifest, createdBefore, clock.GetUtcNow());
            JournalContent content = journal.Read();
            RefuseOther(content.Header, header, journal.Path);
            RunStart start = RunStart.Of(content, header, options);
            CheckTargets(start, options);
            journal.Truncate(start.JournalEnd);
            if (!start.IsEnded)
            {
                journal.Append(start.JournalEnd == 0 ? JournalLines.Of(header) : JournalLines.OfRun(clock.GetUtcNow()));
            }

            return new JournaledRun(journal, start, clock);
        }
        catch
        {
            journal.Abandon();
            throw;
        }
    }

    /// <summary>Takes note of how far the export is; the files hold it already.</summary>
    /// <param name="after">The conversation written last.</param>
    /// <param name="length">The size of the conversations' file.</param>
    /// <param name="partsLength">The size of the parts' file; 0 where there is none.</param>
    public void Checkpoint(ConversationPosition after, long length, long partsLength)
    {
        _journal.Append(JournalLines.Of(Now(after, length, partsLength)));
        _lastCheckpoint = _clock.GetTimestamp();
    }

    /// <summary>Takes note that everything is written, and only the names are missing.</summary>
    /// <param name="length">The size of the conversations' file.</param>
    /// <param name="partsLength">The size of the parts' file; 0 where there is none.</param>
    /// <param name="manifestLength">The size of the manifest; 0 where there is none.</param>
    public void End(long length, long partsLength, long manifestLength) =>
        _journal.Append(JournalLines.OfEnd(Now(after: null, length, partsLength), manifestLength));

    /// <summary>Removes the journal, now that the files have their names.</summary>
    public void Delete() => _journal.Delete();

    /// <summary>Lets go of the journal; it stays.</summary>
    public void Dispose() => _journal.Dispose();

    private static void RefuseOther(JournalHeader? begun, JournalHeader now, string path)
    {
        IReadOnlyList<string> differences = begun is null ? [] : JournalDifferences.Between(begun, now);
        if (differences.Count > 0)
        {
            throw new JournalException(
                JournalProblem.Mismatch,
                path,
                $"What is to be exported is not what was begun on {begun!.StartedAt:u}. {string.Join(" ", differences)} To go on with it, give the same parameters. "
                + $"To begin anew, run without -Resume, or delete the journal '{path}'.");
        }
    }

    private static void CheckTargets(RunStart start, ExportOptions options)
    {
        foreach (string path in start.IsEnded ? [] : ExportTarget.PathsOf(options))
        {
            ExportTarget.Check(path, options.Force);
        }
    }

    private JournalCheckpoint Now(ConversationPosition? after, long length, long partsLength)
    {
        var checkpoint = new JournalCheckpoint
        {
            After = after,
            Length = length,
            PartsLength = partsLength,
            Rows = Tally.Rows,
            PartRows = Tally.PartRows,
            Received = Tally.Received ?? 0,
            Counted = Tally.Counted,
            NotReturned = Tally.NotReturned,
            Elapsed = Tally.Elapsed,
            Requests = Tally.Requests,
            Skipped = Tally.Skipped.Skip(_skippedTold).ToList(),
            Incomplete = Tally.Incomplete.Skip(_incompleteTold).ToList(),
        };
        _skippedTold = Tally.Skipped.Count;
        _incompleteTold = Tally.Incomplete.Count;
        return checkpoint;
    }
}
