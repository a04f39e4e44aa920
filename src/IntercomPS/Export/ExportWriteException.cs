using System;
using System.IO;
using IntercomPS.Export;

namespace IntercomPS;

/// <summary>An export could not go on writing.</summary>
public sealed class ExportWriteException : IOException
{
    /// <summary>Makes the error of one export.</summary>
    /// <param name="path">The full path that the export was to have.</param>
    /// <param name="kept">Whether what was written so far is kept, to be gone on with.</param>
    /// <param name="innerException">What the system says.</param>
    public ExportWriteException(string path, bool kept, Exception innerException)
        : base(Describe(path, kept, innerException), innerException)
    {
        Path = path;
    }

    /// <summary>The full path that the export was to have.</summary>
    public string Path { get; }

    private static string Describe(string path, bool kept, Exception failure)
    {
        string problem = DiskFailure.IsFull(failure) ? $"The disk is full, or your share of it, so that '{path}' cannot be written. Make room."
            : DiskFailure.IsReadOnly(failure) ? $"The disk of '{path}' is read-only."
            : $"'{path}' cannot be written: {failure.Message}";
        return problem + (kept
            ? " What was exported so far is kept: the same command with -Resume goes on from there."
            : " Nothing of the export is left. With -Resume, what was exported would be kept.");
    }
}
