using System;
using System.IO;

namespace IntercomPS;

/// <summary>The manifest of an export is missing or makes no sense.</summary>
public sealed class ManifestException : IOException
{
    /// <summary>Makes the error of one manifest.</summary>
    /// <param name="problem">What is the matter with it.</param>
    /// <param name="path">The path that was given, or the manifest's.</param>
    /// <param name="message">What is the matter, and what to do.</param>
    /// <param name="innerException">What the system or the JSON reader says; null where that is nothing.</param>
    public ManifestException(ManifestProblem problem, string path, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Problem = problem;
        Path = path;
    }

    /// <summary>What is the matter with it.</summary>
    public ManifestProblem Problem { get; }

    /// <summary>The path that was given, or the manifest's.</summary>
    public string Path { get; }
}
