using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Export.Manifest;

namespace IntercomPS.Export;

/// <summary>The files of one export, and the writer that fills them.</summary>
internal sealed class ExportFiles : IDisposable
{
    private readonly ExportOptions _options;
    private readonly List<DataFile> _data = [];
    private PendingFile? _manifest;

    /// <summary>Begins the files.</summary>
    /// <param name="options">What to export where.</param>
    /// <exception cref="ExportTargetException">A file cannot be written there; none is left.</exception>
    public ExportFiles(ExportOptions options)
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
                Begin(ExportTarget.PartsPathOf(options.Path), ExportFileRole.Parts);
            }

            Begin(options.Path, ExportFileRole.Conversations);
        }
        catch
        {
            RemoveFiles();
            throw;
        }

        DataFile main = _data[_data.Count - 1];
        Path = main.File.Path;
        PartsPath = options.HasPartsFile ? _data[0].File.Path : null;
        Writer = options.Format == ExportFormat.Csv
            ? new CsvConversationWriter(main.Stream, options.Columns, options.HasPartsFile ? _data[0].Stream : null)
            : new JsonConversationWriter(main.Stream, options.Columns, options.IncludeParts, options.Format == ExportFormat.Json);
    }

    /// <summary>The full path of the conversations' file.</summary>
    public string Path { get; }

    /// <summary>The full path of the parts' file; null where there is none.</summary>
    public string? PartsPath { get; }

    /// <summary>The full path of the manifest; null where there is none.</summary>
    public string? ManifestPath => _manifest?.Path;

    /// <summary>Writes into them.</summary>
    public IConversationWriter Writer { get; }

    /// <summary>Ends the content of the files: it is safe on the disk, under their temporary names.</summary>
    /// <param name="tally">What the export came to.</param>
    /// <param name="endedAt">When it ended.</param>
    /// <returns>The size of what holds rows, in bytes, all together.</returns>
    public long End(ExportTally tally, DateTimeOffset endedAt)
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
            _manifest = new PendingFile(ExportTarget.ManifestPathOf(_options.Path), _options.Force);
            ManifestWriter.Write(_manifest.Stream, _options.Subject, tally, files, endedAt);
            _manifest.CloseOnDisk();
        }

        return _data.Sum(file => file.File.Length);
    }

    /// <summary>Gives the files their names, the conversations' last.</summary>
    public void TakeNames() =>
        PendingFile.CompleteAll([.. _data.Take(_data.Count - 1).Select(file => file.File), .. _manifest is null ? [] : new[] { _manifest }, _data[_data.Count - 1].File]);

    /// <summary>Removes the files unless they were completed.</summary>
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

    private void Begin(string path, string role) => _data.Add(new DataFile(new PendingFile(path, _options.Force), role, _options.Manifest));

    private void RemoveFiles()
    {
        _manifest?.Dispose();
        foreach (DataFile file in _data)
        {
            file.Dispose();
        }
    }
}
