using System;
using System.IO;

namespace IntercomPS.Export;

/// <summary>Opens files of our own beside a target: never through a link that somebody else put there.</summary>
internal static class PartialFile
{
    /// <summary>The ending of what is not whole yet, without its point.</summary>
    public const string Ending = "partial";

    private const int NoBuffer = 1; // the writers hand over large pieces
    private const int LongestNamePart = 50; // with the rest within the 255 bytes of a name, in every script

    /// <summary>A path for a file of our own, for a while, in the folder of another.</summary>
    /// <param name="path">The full path of the other file.</param>
    /// <param name="ending">The ending, without its point.</param>
    /// <returns>A path that no file has.</returns>
    public static string HiddenPathBeside(string path, string ending)
    {
        string name = Path.GetFileName(path);
        string shortName = name.Substring(0, Math.Min(name.Length, LongestNamePart));
        return Path.Combine(Path.GetDirectoryName(path)!, $".{shortName}.{Guid.NewGuid():N}.{ending}");
    }

    /// <summary>Where the content of a file is that stays when it is not completed.</summary>
    /// <param name="path">The path that the file will have.</param>
    /// <returns>NAME.partial beside NAME.</returns>
    public static string KeptPathOf(string path) => $"{Path.GetFullPath(path)}.{Ending}";

    /// <summary>Makes a new file.</summary>
    /// <param name="path">Its path; nothing may be there.</param>
    /// <param name="target">The path that the export is to have, for the error.</param>
    /// <param name="share">What others may do with it meanwhile.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ExportTargetException">It cannot be made.</exception>
    public static FileStream Create(string path, string target, FileShare share = FileShare.Read)
    {
        try
        {
            return new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, share, NoBuffer);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new ExportTargetException(ExportTargetProblem.AccessDenied, target, denied);
        }
        catch (IOException failure) when (DiskFailure.IsReadOnly(failure))
        {
            throw new ExportTargetException(ExportTargetProblem.ReadOnly, target, failure);
        }
        catch (IOException taken) when (IsLink(path) || File.Exists(path))
        {
            throw IsLink(path)
                ? new ExportTargetException(ExportTargetProblem.IsLink, path, taken)
                : new ExportTargetException(ExportTargetProblem.BeingExported, target, taken);
        }
    }

    /// <summary>Opens a file that an earlier run made.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="target">The path that the export is to have, for the error.</param>
    /// <param name="share">What others may do with it meanwhile.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ExportTargetException">It is a link, another run has it open, or it cannot be written.</exception>
    public static FileStream Open(string path, string target, FileShare share = FileShare.Read)
    {
        RefuseLink(path);
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, share, NoBuffer);
            try
            {
                RefuseLink(path); // nor one that was put there just now
                return stream.CanSeek ? stream : throw new ExportTargetException(ExportTargetProblem.IsLink, path);
            }
            catch
            {
                stream.Dispose();
                throw;
            }
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new ExportTargetException(ExportTargetProblem.AccessDenied, path, denied);
        }
        catch (IOException failure) when (DiskFailure.IsReadOnly(failure))
        {
            throw new ExportTargetException(ExportTargetProblem.ReadOnly, target, failure);
        }
        catch (IOException inUse) when (inUse is not (ExportTargetException or FileNotFoundException or DirectoryNotFoundException))
        {
            throw new ExportTargetException(ExportTargetProblem.BeingExported, target, inUse);
        }
    }

    /// <summary>Whether a symbolic link is at a path, or something like it.</summary>
    /// <param name="path">The path.</param>
    /// <returns>True when one is.</returns>
    public static bool IsLink(string path)
    {
        var file = new FileInfo(path);
#if NET
        return file.LinkTarget is not null;
#else
        return file.Exists && (file.Attributes & FileAttributes.ReparsePoint) != 0;
#endif
    }

    private static void RefuseLink(string path)
    {
        if (IsLink(path))
        {
            throw new ExportTargetException(ExportTargetProblem.IsLink, path);
        }
    }
}
