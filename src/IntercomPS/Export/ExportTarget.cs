using System;
using System.Collections.Generic;
using System.IO;

namespace IntercomPS.Export;

/// <summary>Looks at the place of a file before any work is done for it.</summary>
internal static class ExportTarget
{
    /// <summary>The ending of the second CSV file.</summary>
    public const string PartsEnding = ".parts.csv";

    /// <summary>The ending of a manifest.</summary>
    public const string ManifestEnding = ".manifest.json";

    /// <summary>Makes sure that a file can be written at a path.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="force">Whether an existing file may be replaced.</param>
    /// <exception cref="ExportTargetException">It cannot; says why.</exception>
    public static void Check(string path, bool force)
    {
        string full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            throw new ExportTargetException(ExportTargetProblem.IsDirectory, full);
        }

        if (!Directory.Exists(Path.GetDirectoryName(full)))
        {
            throw new ExportTargetException(ExportTargetProblem.FolderNotFound, full);
        }

        if (!File.Exists(full))
        {
            return;
        }

        if (!force)
        {
            throw new ExportTargetException(ExportTargetProblem.Exists, full);
        }

        CheckReplaceable(full);
    }

    /// <summary>The path of the second CSV file, which holds the parts: NAME.parts.csv beside NAME.csv.</summary>
    /// <param name="path">The path of the conversations' file.</param>
    /// <returns>The path of the parts' file.</returns>
    public static string PartsPathOf(string path) => Path.ChangeExtension(path, PartsEnding);

    /// <summary>The path of the manifest: NAME.manifest.json beside NAME.csv.</summary>
    /// <param name="path">The path of the conversations' file.</param>
    /// <returns>The path of the manifest.</returns>
    public static string ManifestPathOf(string path) => Path.ChangeExtension(path, ManifestEnding);

    /// <summary>The paths of all files of an export.</summary>
    /// <param name="options">What is exported where.</param>
    /// <returns>The paths, that of the conversations first.</returns>
    public static IReadOnlyList<string> PathsOf(ExportOptions options) =>
    [
        options.Path,
        .. options.HasPartsFile ? [PartsPathOf(options.Path)] : Array.Empty<string>(),
        .. options.Manifest ? [ManifestPathOf(options.Path)] : Array.Empty<string>(),
    ];

    /// <summary>A file that is open in Excel or is read-only cannot be replaced on Windows: better said now than after an hour of export.</summary>
    private static void CheckReplaceable(string path)
    {
        try
        {
            using var _ = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (FileNotFoundException)
        {
            // It went away between the question and the attempt: nothing is in the way any more.
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new ExportTargetException(ExportTargetProblem.AccessDenied, path, denied);
        }
        catch (IOException inUse)
        {
            throw new ExportTargetException(ExportTargetProblem.InUse, path, inUse);
        }
    }
}
