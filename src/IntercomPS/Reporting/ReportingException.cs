using System;

namespace IntercomPS;

/// <summary>An export of reporting data that failed.</summary>
public sealed class ReportingException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="problem">What went wrong.</param>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="subject">What it happened to: a dataset's or attribute's name, a job's id.</param>
    /// <param name="innerException">What caused it; null where nothing did.</param>
    public ReportingException(ReportingProblem problem, string message, string? subject = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Problem = problem;
        Subject = subject;
    }

    /// <summary>What went wrong.</summary>
    public ReportingProblem Problem { get; }

    /// <summary>What it happened to: a dataset's or attribute's name, a job's id; null for nothing in particular.</summary>
    public string? Subject { get; }
}
