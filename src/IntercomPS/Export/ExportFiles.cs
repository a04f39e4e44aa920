using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Export.Journal;
using IntercomPS.Export.Manifest;

namespace IntercomPS.Export;

/// <summary>The files of one export, and the writer that fills them.</summary>
internal sealed class ExportFiles : IDisposable
{
    private readonly ExportOptions _options;
    private readonly List<DataFile> _data = [];
    private PendingFile? _manifest;

    /// <summary>Begins the files, or goes on with them.</summary>
    /// <param name="options">What to export where.</param>
    /// <param name="from">The checkpoint to go on from; null for the beginning.</param>
    /// <exception cref="ExportTargetException">A file cannot be written there; none is left.</exception>
    public ExportFiles(ExportOptions options, JournalCheckpoint? from = null)
    {
        _options = options;
        try
        {
            if (options.Manifest)
            {
                ExportTarget.Check(ExportTarget.ManifestPathOf(options.Path), options.Force);
            }

            if (options.HasPartsFile)
            {
                Begin(ExportTarget.PartsPathOf(options.Path), ExportFileRole.Parts, from?.PartsLength);
            }

            Begin(options.Path, ExportFileRole.Conversations, from?.Length);
        }
        catch
        {
            RemoveFiles();
            throw;
        }

        Writer = options.Format == ExportFormat.Csv
            ? new CsvConversationWriter(Main.Stream, options.Columns, Parts?.Stream, goesOn: from is not null)
            : new JsonConversationWriter(
                Main.Stream, options.Columns, options.IncludeParts, isArray: options.Format == ExportFormat.Json, hasRows: from is { Rows: > 0 });
    }

    /// <summary>Writes into them.</summary>
    public IConversationWriter Writer { get; }

    /// <summary>The size of the conversations' file so far.</summary>
    public long Length => Main.File.Length;

    /// <summary>The size of the parts' file so far; 0 where there is none.</summary>
    public long PartsLength => Parts?.File.Length ?? 0;

    /// <summary>The size of the manifest; 0 where there is none, or not yet.</summary>
    public long ManifestLength => _manifest?.Length ?? 0;

    private DataFile Main => _data[_data.Count - 1];

    private DataFile? Parts => _options.HasPartsFile ? _data[0] : null;

    /// <summary>Makes what was written so far safe on the disk.</summary>
    public void FlushToDisk()
    {
        Writer.Flush();
        foreach (DataFile file in _data)
        {
            file.File.FlushToDisk();
        }
    }

    /// <summary>Ends the content of the files: it is safe on the disk, under their temporary names.</summary>
    /// <param name="subject">What the export is of.</param>
    /// <param name="tally">What it came to.</param>
    /// <param name="endedAt">When it ended.</param>
    public void End(ExportSubject subject, ExportTally tally, DateTimeOffset endedAt)
    {
        Writer.Complete();
        foreach (DataFile file in _data)
        {
            file.File.CloseOnDisk();
        }

        if (_options.Manifest)
        {
            List<ManifestFile> files = _data
                .Select(file => file.Describe(_options.Format, file.Role == ExportFileRole.Parts ? tally.PartRows : tally.Rows))
                .ToList();
            _manifest = Pending(ExportTarget.ManifestPathOf(_options.Path), length: null);
            ManifestWriter.Write(_manifest.Stream, subject, tally, files, endedAt);
            _manifest.CloseOnDisk();
        }
    }

    /// <summary>Gives the files their names, the conversations' last.</summary>
    public void TakeNames() => PendingFile.CompleteAll(new[] { Parts?.File, _manifest, Main.File }.OfType<PendingFile>().ToList());

    /// <summary>Removes the files, unless they were completed or are to be gone on with.</summary>
    public void Dispose()
    {
        try
        {
            Writer.Dispose();
        }
        finally
        {
            RemoveFiles();
        }
    }

    private void Begin(string path, string role, long? length)
    {
        var file = new DataFile(Pending(path, length), role, hashed: _options.Manifest);
        _data.Add(file);
        if (length is not null)
        {
            file.IncludeExisting();
        }
    }

    private PendingFile Pending(string path, long? length) =>
        _options.Resume ? PendingFile.Kept(path, _options.Force, length) : new PendingFile(path, _options.Force);

    private void RemoveFiles()
    {
        _manifest?.Dispose();
        foreach (DataFile file in _data)
        {
            file.Dispose();
        }
    }
}
