using System;
using System.IO;

namespace IntercomPS;

/// <summary>An export cannot be gone on with, for its journal is another's or makes no sense.</summary>
public sealed class JournalException : IOException
{
    /// <summary>Makes the error of one journal.</summary>
    /// <param name="problem">What is the matter with it.</param>
    /// <param name="path">The journal's full path.</param>
    /// <param name="message">What is the matter, and what to do.</param>
    /// <param name="innerException">What the JSON reader says; null where that is nothing.</param>
    public JournalException(JournalProblem problem, string path, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Problem = problem;
        Path = path;
    }

    /// <summary>What is the matter with it.</summary>
    public JournalProblem Problem { get; }

    /// <summary>The journal's full path.</summary>
    public string Path { get; }
}
