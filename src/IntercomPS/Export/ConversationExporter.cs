using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Export;

/// <summary>Writes conversations to a file as they come, a page at a time; the file appears when it is whole.</summary>
internal sealed class ConversationExporter : IDisposable
{
    private readonly ExportOptions _options;
    private readonly ContactEmailResolver? _emails;
    private readonly IProgress<long>? _progress;
    private readonly TimeProvider _clock;
    private readonly long _startTimestamp;
    private readonly DateTimeOffset _startedAt;
    private readonly ExportFiles _files;
    private long _rows;

    /// <summary>Begins an export: every check of its target is made here, before any work.</summary>
    /// <param name="options">What to export where.</param>
    /// <param name="emails">Looks up the email addresses that are lacking; null leaves them empty.</param>
    /// <param name="progress">Told the number of rows after every page, on whatever thread adds them; null tells nobody.</param>
    /// <param name="clock">The time.</param>
    /// <exception cref="ExportTargetException">The file cannot be written there.</exception>
    public ConversationExporter(
        ExportOptions options,
        ContactEmailResolver? emails = null,
        IProgress<long>? progress = null,
        TimeProvider? clock = null)
    {
        _options = options;
        _emails = ColumnChoice.NeedsContactEmail(options.Columns) ? emails : null;
        _progress = progress;
        _clock = clock ?? TimeProvider.System;
        _startTimestamp = _clock.GetTimestamp();
        _startedAt = _clock.GetUtcNow();
        _files = new ExportFiles(options);
    }

    /// <summary>Exports all pages of a query and completes the file.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="cancellation">Ends the export, between two conversations at the latest.</param>
    /// <returns>What was done.</returns>
    public async Task<ExportSummary> RunAsync(IAsyncEnumerable<IReadOnlyList<Conversation>> pages, CancellationToken cancellation)
    {
        await foreach (IReadOnlyList<Conversation> page in pages.WithCancellation(cancellation).ConfigureAwait(false))
        {
            await AddAsync(page, cancellation).ConfigureAwait(false);
        }

        cancellation.ThrowIfCancellationRequested();
        return Complete();
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
            _rows++;
        }

        _progress?.Report(_rows);
    }

    /// <summary>Gives the file its name.</summary>
    /// <returns>What was done; the requests, waits and skipped conversations are for the caller to fill in.</returns>
    public ExportSummary Complete()
    {
        long bytes = _files.Complete();
        return new ExportSummary
        {
            Path = _files.Path,
            PartsPath = _files.PartsPath,
            Format = _options.Format,
            Rows = _rows,
            PartRows = _files.Writer.PartRows,
            Bytes = bytes,
            StartedAt = _startedAt,
            Duration = _clock.GetElapsedTime(_startTimestamp),
        };
    }

    /// <summary>Ends the export; without <see cref="Complete"/> before, it leaves nothing behind.</summary>
    public void Dispose() => _files.Dispose();
}
