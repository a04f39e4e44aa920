using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Export.Journal;

namespace IntercomPS.Export;

/// <summary>Writes conversations to a file as they come, a page at a time; the file appears when it is whole.</summary>
internal sealed class ConversationExporter : IDisposable
{
    private readonly ExportOptions _options;
    private readonly ContactEmailResolver? _emails;
    private readonly IProgress<long>? _progress;
    private readonly JournaledRun? _run;
    private readonly TimeProvider _clock;
    private readonly long _startTimestamp;
    private readonly TimeSpan _elapsedBefore;
    private readonly long _partsBefore;
    private readonly ExportFiles _files;

    /// <summary>Begins an export, or goes on with one: every check of its target is made here, before any work.</summary>
    /// <param name="options">What to export where.</param>
    /// <param name="emails">Looks up the email addresses that are lacking; null leaves them empty.</param>
    /// <param name="progress">Told the number of rows after every page, on whatever thread adds them; null tells nobody.</param>
    /// <param name="clock">The time.</param>
    /// <param name="tally">What the export has come to already, say its bound; that of a run is the run's own. Null for nothing.</param>
    /// <param name="run">The run of an export that can be resumed; null for another one.</param>
    /// <exception cref="ExportTargetException">The file cannot be written there.</exception>
    public ConversationExporter(
        ExportOptions options,
        ContactEmailResolver? emails = null,
        IProgress<long>? progress = null,
        TimeProvider? clock = null,
        ExportTally? tally = null,
        JournaledRun? run = null)
    {
        _options = options;
        _emails = ColumnChoice.NeedsContactEmail(options.Columns) ? emails : null;
        _progress = progress;
        _run = run;
        _clock = clock ?? TimeProvider.System;
        _startTimestamp = _clock.GetTimestamp();
        Tally = run?.Tally ?? tally ?? new ExportTally { StartedAt = _clock.GetUtcNow() };
        _elapsedBefore = Tally.Elapsed;
        _partsBefore = Tally.PartRows;
        Subject = options.Subject;
        _files = new ExportFiles(options, run?.Start.Checkpoint);
    }

    /// <summary>What the export has come to so far.</summary>
    public ExportTally Tally { get; }

    /// <summary>What the export is of, for its manifest: other searches, where the server refused those that were planned.</summary>
    public ExportSubject Subject { get; set; }

    /// <summary>Brings the tally up to date with what others count, before it goes into a journal; null where nobody counts.</summary>
    public Action<ConversationPosition>? Counting { get; set; }

    /// <summary>Exports all pages of a query and completes the file.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="cancellation">Ends the export, between two conversations at the latest.</param>
    /// <returns>What was done.</returns>
    public async Task<ExportSummary> RunAsync(IAsyncEnumerable<ExportPage> pages, CancellationToken cancellation)
    {
        await WriteAsync(pages, cancellation).ConfigureAwait(false);
        return Complete();
    }

    /// <summary>Writes all pages of a query.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="cancellation">Ends the export, between two conversations at the latest.</param>
    /// <returns>When they are written.</returns>
    public async Task WriteAsync(IAsyncEnumerable<ExportPage> pages, CancellationToken cancellation)
    {
        await foreach (ExportPage page in pages.WithCancellation(cancellation).ConfigureAwait(false))
        {
            await AddAsync(page.Conversations, cancellation).ConfigureAwait(false);
            foreach (SkippedConversation skipped in page.Skipped)
            {
                Tally.Add(skipped);
            }

            if (page.Conversations.Count > 0 && _run is { IsDue: true } run)
            {
                Checkpoint(run, ConversationPosition.Of(page.Conversations[page.Conversations.Count - 1]));
            }
        }

        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Writes some conversations.</summary>
    /// <param name="page">The conversations.</param>
    /// <param name="cancellation">Ends the export.</param>
    /// <returns>When they are written.</returns>
    public async Task AddAsync(IReadOnlyList<Conversation> page, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_emails is not null)
        {
            await _emails.FillAsync(page, cancellation).ConfigureAwait(false);
        }

        foreach (Conversation conversation in page)
        {
            cancellation.ThrowIfCancellationRequested();
            _files.Writer.Write(conversation);
            Tally.Add(conversation, _options.IncludeParts);
        }

        Tally.PartRows = _partsBefore + _files.Writer.PartRows;
        _progress?.Report(Tally.Rows);
    }

    /// <summary>Gives the file its name.</summary>
    /// <returns>What was done.</returns>
    public ExportSummary Complete()
    {
        TakeTime();
        _files.End(Subject, Tally, _clock.GetUtcNow());
        _run?.End(_files.Length, _files.PartsLength, _files.ManifestLength);
        _files.TakeNames();
        _run?.Delete();
        TakeTime();
        return ExportSummary.Of(_options, Tally, _files.Length + _files.PartsLength);
    }

    /// <summary>Ends the export; without <see cref="Complete"/> before, it leaves nothing behind, or only what can be gone on with.</summary>
    public void Dispose() => _files.Dispose();

    private void Checkpoint(JournaledRun run, ConversationPosition after)
    {
        TakeTime();
        Counting?.Invoke(after);
        _files.FlushToDisk();
        run.Checkpoint(after, _files.Length, _files.PartsLength);
    }

    private void TakeTime() => Tally.Elapsed = _elapsedBefore + _clock.GetElapsedTime(_startTimestamp);
}
