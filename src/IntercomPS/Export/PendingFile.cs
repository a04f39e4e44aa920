using System;
using System.Collections.Generic;
using System.IO;

namespace IntercomPS.Export;

/// <summary>A file that is written under a temporary name beside its target and takes its name only when it is whole.</summary>
/// <remarks>Disposed before that, it leaves nothing, unless it is to be gone on with. A symbolic link at the target is replaced, not followed.</remarks>
internal sealed class PendingFile : IDisposable
{
    private readonly string _temporaryPath;
    private readonly bool _force;
    private readonly bool _isKept;
    private readonly FileStream _stream;
    private long? _closedLength;
    private bool _isGone;

    /// <summary>Begins the file.</summary>
    /// <param name="path">The path that it will have.</param>
    /// <param name="force">Whether it may replace a file of that name.</param>
    /// <exception cref="ExportTargetException">It cannot be written there.</exception>
    public PendingFile(string path, bool force)
        : this(path, PartialFile.HiddenPathBeside(System.IO.Path.GetFullPath(path), PartialFile.Ending), force, length: null, isKept: false)
    {
    }

    private PendingFile(string path, string temporaryPath, bool force, long? length, bool isKept)
    {
        ExportTarget.Check(path, force);
        Path = System.IO.Path.GetFullPath(path);
        _temporaryPath = temporaryPath;
        _force = force;
        _isKept = isKept;
        _stream = length is { } size ? GoOn(size) : Create();
    }

    /// <summary>The full path that the file will have.</summary>
    public string Path { get; }

    /// <summary>Where its content is written.</summary>
    public Stream Stream => _stream;

    /// <summary>The size of what was written so far, in bytes.</summary>
    public long Length => _closedLength ?? _stream.Position;

    /// <summary>Begins a file that stays when it is not completed, or goes on with one.</summary>
    /// <param name="path">The path that it will have.</param>
    /// <param name="force">Whether it may replace a file of that name.</param>
    /// <param name="length">How much of what is there holds; null to begin anew.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ExportTargetException">It cannot be written there.</exception>
    public static PendingFile Kept(string path, bool force, long? length) => new(path, PartialFile.KeptPathOf(path), force, length, isKept: true);

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

        var added = new List<PendingFile>();
        try
        {
            foreach (PendingFile file in files)
            {
                bool replaces = File.Exists(file.Path);
                file.TakeName();
                if (!replaces)
                {
                    added.Add(file);
                }
            }
        }
        catch
        {
            added.ForEach(file => file.GiveNameBack());
            throw;
        }
    }

    /// <summary>Makes what was written so far safe on the disk.</summary>
    public void FlushToDisk() => _stream.Flush(flushToDisk: true);

    /// <summary>Ends the content: it is safe on the disk, under its temporary name. A second call does nothing.</summary>
    public void CloseOnDisk()
    {
        if (_closedLength is null)
        {
            FlushToDisk();
            _closedLength = _stream.Position;
            _stream.Dispose();
        }
    }

    /// <summary>Removes the file, unless it took its name or is to be gone on with.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        if (!_isGone && !_isKept)
        {
            File.Delete(_temporaryPath);
            _isGone = true;
        }
    }

    /// <summary>A temporary name is made as a new file, so nobody's link or file of that name is written through.</summary>
    private FileStream Create()
    {
        if (_isKept)
        {
            File.Delete(_temporaryPath); // of a run that nothing can be gone on from; of a link, the link
        }

        FileStream stream = PartialFile.Create(_temporaryPath, Path);
#if NET
        try
        {
            KeepMode();
        }
        catch
        {
            stream.Dispose();
            File.Delete(_temporaryPath);
            throw;
        }
#endif
        return stream;
    }

    private FileStream GoOn(long length)
    {
        FileStream stream = PartialFile.Open(_temporaryPath, Path);
        try
        {
            stream.SetLength(length);
            stream.Seek(0, SeekOrigin.End);
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

#if NET
    /// <summary>A file that only its owner could read stays so when it is replaced. Windows' File.Replace sees to that itself.</summary>
    private void KeepMode()
    {
        if (!OperatingSystem.IsWindows() && File.Exists(Path))
        {
            File.SetUnixFileMode(_temporaryPath, File.GetUnixFileMode(Path));
        }
    }
#endif

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

    private void GiveNameBack()
    {
        File.Move(Path, _temporaryPath);
        _isGone = false;
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
