using System;
using System.IO;

namespace IntercomPS;

/// <summary>An export's file cannot be written where it was asked for.</summary>
public sealed class ExportTargetException : IOException
{
    /// <summary>Makes the error of one file.</summary>
    /// <param name="problem">Why it cannot be written.</param>
    /// <param name="path">The file's full path.</param>
    /// <param name="innerException">The system's own error; null where there is none.</param>
    public ExportTargetException(ExportTargetProblem problem, string path, Exception? innerException = null)
        : base(Describe(problem, path), innerException)
    {
        Problem = problem;
        Path = path;
    }

    /// <summary>Why the file cannot be written.</summary>
    public ExportTargetProblem Problem { get; }

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

    private static string Describe(ExportTargetProblem problem, string path) => problem switch
    {
        ExportTargetProblem.FolderNotFound => $"The folder of '{path}' does not exist. Create it first, or choose another path.",
        ExportTargetProblem.Exists => $"The file '{path}' exists already. Use -Force to replace it, or choose another path.",
        ExportTargetProblem.IsDirectory => $"'{path}' is a folder. Give the path of a file.",
        ExportTargetProblem.InUse => $"The file '{path}' is open in another program. Close it there, or choose another path.",
        ExportTargetProblem.BeingExported => $"'{path}' is in use: another run with -Resume is exporting to it. Wait until it ends, or choose another path.",
        ExportTargetProblem.ReadOnly => $"The file '{path}' cannot be written: its disk is read-only. Choose another path.",
        ExportTargetProblem.IsLink => $"'{path}' is a link, or no plain file, and not what an export left there. Remove it, or choose another path.",
        _ => $"The file '{path}' cannot be written: access is denied. Check the rights of the file and of its folder, or choose another path.",
    };
}
