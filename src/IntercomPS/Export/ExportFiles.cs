using System;
using System.Collections.Generic;
using System.Linq;

namespace IntercomPS.Export;

/// <summary>The files of one export, and the writer that fills them.</summary>
internal sealed class ExportFiles : IDisposable
{
    private readonly List<PendingFile> _files = [];

    /// <summary>Begins the files.</summary>
    /// <param name="options">What to export where.</param>
    /// <exception cref="ExportTargetException">A file cannot be written there; none is left.</exception>
    public ExportFiles(ExportOptions options)
    {
        bool hasPartsFile = options.IncludeParts && options.Format == ExportFormat.Csv;
        try
        {
            if (hasPartsFile)
            {
                _files.Add(new PendingFile(ExportTarget.PartsPathOf(options.Path), options.Force));
                PartsPath = _files[0].Path;
            }

            _files.Add(new PendingFile(options.Path, options.Force));
        }
        catch
        {
            RemoveFiles();
            throw;
        }

        PendingFile main = _files[_files.Count - 1];
        Path = main.Path;
        Writer = options.Format == ExportFormat.Csv
            ? new CsvConversationWriter(main.Stream, options.Columns, hasPartsFile ? _files[0].Stream : null)
            : new JsonConversationWriter(main.Stream, options.Columns, options.IncludeParts, options.Format == ExportFormat.Json);
    }

    /// <summary>The full path of the conversations' file.</summary>
    public string Path { get; }

    /// <summary>The full path of the parts' file; null where there is none.</summary>
    public string? PartsPath { get; }

    /// <summary>Writes into them.</summary>
    public IConversationWriter Writer { get; }

    /// <summary>Gives the files their names.</summary>
    /// <returns>Their size in bytes, all together.</returns>
    public long Complete()
    {
        Writer.Complete();
        long bytes = _files.Sum(file => file.Length);
        PendingFile.CompleteAll(_files);
        return bytes;
    }

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

    private void RemoveFiles()
    {
        foreach (PendingFile file in _files)
        {
            file.Dispose();
        }
    }
}
