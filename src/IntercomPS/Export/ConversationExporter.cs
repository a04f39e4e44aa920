using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;

namespace IntercomPS.Export;

/// <summary>Writes conversations to a file as they come, a page at a time; the file appears when it is whole.</summary>
internal sealed class ConversationExporter : IDisposable
{
    private readonly ExportOptions _options;
    private readonly ContactEmailResolver? _emails;
    private readonly IProgress<long>? _progress;
    private readonly TimeProvider _clock;
    private readonly long _startTimestamp;
    private readonly ExportFiles _files;

    /// <summary>Begins an export: every check of its target is made here, before any work.</summary>
    /// <param name="options">What to export where.</param>
    /// <param name="emails">Looks up the email addresses that are lacking; null leaves them empty.</param>
    /// <param name="progress">Told the number of rows after every page, on whatever thread adds them; null tells nobody.</param>
    /// <param name="clock">The time.</param>
    /// <param name="createdBefore">The first second, Unix, of whose beginnings nothing is exported; null where that is not bounded.</param>
    /// <exception cref="ExportTargetException">The file cannot be written there.</exception>
    public ConversationExporter(
        ExportOptions options,
        ContactEmailResolver? emails = null,
        IProgress<long>? progress = null,
        TimeProvider? clock = null,
        long? createdBefore = null)
    {
        _options = options;
        _emails = ColumnChoice.NeedsContactEmail(options.Columns) ? emails : null;
        _progress = progress;
        _clock = clock ?? TimeProvider.System;
        _startTimestamp = _clock.GetTimestamp();
        Tally = new ExportTally { StartedAt = _clock.GetUtcNow(), CreatedBefore = createdBefore };
        _files = new ExportFiles(options);
    }

    /// <summary>What the export has come to so far.</summary>
    public ExportTally Tally { get; }

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

        Tally.PartRows = _files.Writer.PartRows;
        _progress?.Report(Tally.Rows);
    }

    /// <summary>Gives the file its name.</summary>
    /// <returns>What was done.</returns>
    public ExportSummary Complete()
    {
        Tally.Elapsed = _clock.GetElapsedTime(_startTimestamp);
        long bytes = _files.End(Tally, _clock.GetUtcNow());
        _files.TakeNames();
        Tally.Elapsed = _clock.GetElapsedTime(_startTimestamp);
        RequestTotals requests = Tally.Requests;
        return new ExportSummary
        {
            Path = _files.Path,
            PartsPath = _files.PartsPath,
            ManifestPath = _files.ManifestPath,
            Format = _options.Format,
            Rows = Tally.Rows,
            PartRows = Tally.PartRows,
            IsComplete = MissingContent.Of(Tally).Count == 0,
            Skipped = Tally.Skipped.Count,
            IncompleteThreads = Tally.Incomplete.Count,
            Counted = Tally.Counted,
            Received = Tally.Received,
            CreatedBefore = Tally.CreatedBefore is { } bound ? DateTimeOffset.FromUnixTimeSeconds(bound) : null,
            Requests = requests.Requests,
            Retries = requests.Retries,
            RateLimitRefusals = requests.Refusals,
            Waits = requests.Waits,
            WaitTime = requests.WaitTime,
            Bytes = bytes,
            StartedAt = Tally.StartedAt,
            Duration = Tally.Elapsed,
        };
    }

    /// <summary>Ends the export; without <see cref="Complete"/> before, it leaves nothing behind.</summary>
    public void Dispose() => _files.Dispose();
}
