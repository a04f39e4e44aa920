using System;
using System.IO;

namespace IntercomPS.Export.Journal;

/// <summary>The file in which an export keeps how far it is, held open by one run at a time.</summary>
internal sealed class ExportJournal : IDisposable
{
    private readonly FileStream _stream;

    private ExportJournal(string path, FileStream stream)
    {
        Path = path;
        _stream = stream;
    }

    /// <summary>The journal's full path.</summary>
    public string Path { get; }

    /// <summary>Where the journal of an export is.</summary>
    /// <param name="path">The path of the conversations' file.</param>
    /// <returns>NAME.journal beside NAME.</returns>
    public static string PathOf(string path) => $"{System.IO.Path.GetFullPath(path)}.journal";

    /// <summary>Opens the journal of an export, or begins one.</summary>
    /// <param name="target">The path of the conversations' file.</param>
    /// <returns>The journal, which no other run can open meanwhile.</returns>
    /// <exception cref="ExportTargetException">Another run has it open, it is a link, or it cannot be written.</exception>
    public static ExportJournal Open(string target)
    {
        string path = PathOf(target);
        try
        {
            return new ExportJournal(path, PartialFile.Open(path, target, FileShare.None));
        }
        catch (FileNotFoundException)
        {
            return new ExportJournal(path, PartialFile.Create(path, target, FileShare.None));
        }
    }

    /// <summary>Reads what it says.</summary>
    /// <returns>What it says; nothing where it is new.</returns>
    /// <exception cref="JournalException">It is no journal, or that of another version.</exception>
    public JournalContent Read() => JournalReader.Read(_stream, Path);

    /// <summary>Forgets what comes after a line.</summary>
    /// <param name="end">Where the line ends; 0 to forget everything.</param>
    public void Truncate(long end)
    {
        _stream.SetLength(end);
        _stream.Seek(0, SeekOrigin.End);
    }

    /// <summary>Adds lines, which are safe on the disk afterwards.</summary>
    /// <param name="lines">The lines, with their ends.</param>
    public void Append(byte[] lines)
    {
        _stream.Write(lines, 0, lines.Length);
        _stream.Flush(flushToDisk: true);
    }

    /// <summary>Removes it, now that the export is complete.</summary>
    public void Delete()
    {
        _stream.Dispose();
        File.Delete(Path);
    }

    /// <summary>Lets go of it; it stays, unless it says nothing.</summary>
    public void Abandon()
    {
        if (_stream.Length == 0)
        {
            Delete();
        }

        Dispose();
    }

    /// <summary>Lets go of it; it stays.</summary>
    public void Dispose() => _stream.Dispose();
}
