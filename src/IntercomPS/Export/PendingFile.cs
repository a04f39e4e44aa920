using System;
using System.Collections.Generic;
using System.IO;

namespace IntercomPS.Export;

/// <summary>A file that is written under a temporary name beside its target and takes its name only when it is whole.</summary>
/// <remarks>Disposed before that, it leaves nothing. A symbolic link at the target is replaced, not followed.</remarks>
internal sealed class PendingFile : IDisposable
{
    private const int NoBuffer = 1; // the writers hand over large pieces
    private const int LongestNamePart = 50; // with the rest within the 255 bytes of a name, in every script

    private readonly string _temporaryPath;
    private readonly bool _force;
    private readonly FileStream _stream;
    private long? _closedLength;
    private bool _isGone;

    /// <summary>Begins the file.</summary>
    /// <param name="path">The path that it will have.</param>
    /// <param name="force">Whether it may replace a file of that name.</param>
    /// <exception cref="ExportTargetException">It cannot be written there.</exception>
    public PendingFile(string path, bool force)
    {
        ExportTarget.Check(path, force);
        Path = System.IO.Path.GetFullPath(path);
        _force = force;
        _temporaryPath = HiddenPathBeside(Path, "partial");
        _stream = Create(_temporaryPath, Path);
    }

    /// <summary>The full path that the file will have.</summary>
    public string Path { get; }

    /// <summary>Where its content is written.</summary>
    public Stream Stream => _stream;

    /// <summary>The size of what was written so far, in bytes.</summary>
    public long Length => _closedLength ?? _stream.Position;

    /// <summary>Gives files that belong together their names, after all of them are safe on the disk.</summary>
    /// <remarks>No file system renames two files as one. Where a later one fails, those before it that replaced nothing are taken back.</remarks>
    /// <param name="files">The files; the most important one last.</param>
    /// <exception cref="ExportTargetException">A file of that name appeared meanwhile, or its rights changed.</exception>
    public static void CompleteAll(IReadOnlyList<PendingFile> files)
    {
        foreach (PendingFile file in files)
        {
            file.CloseOnDisk();
        }

        foreach (PendingFile file in files)
        {
            ExportTarget.Check(file.Path, file._force);
        }

        var added = new List<string>();
        try
        {
            foreach (PendingFile file in files)
            {
                bool replaces = File.Exists(file.Path);
                file.TakeName();
                if (!replaces)
                {
                    added.Add(file.Path);
                }
            }
        }
        catch
        {
            added.ForEach(File.Delete);
            throw;
        }
    }

    /// <summary>A path for a file of our own, for a while, in the folder of another.</summary>
    /// <param name="path">The full path of the other file.</param>
    /// <param name="ending">The ending, without its point.</param>
    /// <returns>A path that no file has.</returns>
    public static string HiddenPathBeside(string path, string ending)
    {
        string name = System.IO.Path.GetFileName(path);
        string shortName = name.Substring(0, Math.Min(name.Length, LongestNamePart));
        return System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, $".{shortName}.{Guid.NewGuid():N}.{ending}");
    }

    /// <summary>Removes the file unless it took its name.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        if (!_isGone)
        {
            File.Delete(_temporaryPath);
            _isGone = true;
        }
    }

    /// <summary>A temporary name is made as a new file, so nobody's link or file of that name is written through.</summary>
    private static FileStream Create(string temporaryPath, string path)
    {
        FileStream? stream = null;
        try
        {
            stream = new FileStream(temporaryPath, FileMode.CreateNew, FileAccess.Write, FileShare.Read, NoBuffer);
            KeepMode(temporaryPath, path);
            return stream;
        }
        catch (Exception failure)
        {
            stream?.Dispose();
            File.Delete(temporaryPath);
            if (failure is UnauthorizedAccessException)
            {
                throw new ExportTargetException(ExportTargetProblem.AccessDenied, path, failure);
            }

            throw;
        }
    }

    /// <summary>A file that only its owner could read stays so when it is replaced. Windows' File.Replace sees to that itself.</summary>
    private static void KeepMode(string temporaryPath, string path)
    {
#if NET
        if (!OperatingSystem.IsWindows() && File.Exists(path))
        {
            File.SetUnixFileMode(temporaryPath, File.GetUnixFileMode(path));
        }
#else
        _ = temporaryPath;
        _ = path;
#endif
    }

    /// <summary>Ends the content: it is safe on the disk, under its temporary name. A second call does nothing.</summary>
    public void CloseOnDisk()
    {
        if (_closedLength is null)
        {
            _stream.Flush(flushToDisk: true);
            _closedLength = _stream.Position;
            _stream.Dispose();
        }
    }

    private void TakeName()
    {
        try
        {
            if (_force && File.Exists(Path))
            {
                Replace();
            }
            else
            {
                File.Move(_temporaryPath, Path);
            }

            _isGone = true;
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new ExportTargetException(ExportTargetProblem.AccessDenied, Path, denied);
        }
        catch (IOException appeared) when (!_force && File.Exists(Path))
        {
            throw new ExportTargetException(ExportTargetProblem.Exists, Path, appeared);
        }
    }

    private void Replace()
    {
#if NET
        File.Move(_temporaryPath, Path, overwrite: true);
#else
        File.Replace(_temporaryPath, Path, destinationBackupFileName: null, ignoreMetadataErrors: true);
#endif
    }
}
