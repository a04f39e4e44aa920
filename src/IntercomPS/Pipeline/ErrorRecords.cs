using System;
using System.Linq;
using System.Management.Automation;
using IntercomPS.Client;
using IntercomPS.Querying;
using IntercomPS.Text;

namespace IntercomPS.Pipeline;

/// <summary>The errors that users see. Their ids are a contract: scripts look at them.</summary>
internal static class ErrorRecords
{
    /// <summary>No session: Connect-Intercom was not run, or the session was ended.</summary>
    /// <param name="message">What to do next.</param>
    /// <returns>The record.</returns>
    public static ErrorRecord NotConnected(string message) =>
        new(new InvalidOperationException(message), "NotConnected", ErrorCategory.ConnectionError, targetObject: null);

    /// <summary>A parameter's value that cannot be used, with an id of its own.</summary>
    /// <param name="errorId">The id.</param>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="target">The value; never a token.</param>
    /// <returns>The record.</returns>
    public static ErrorRecord InvalidArgument(string errorId, string message, object? target) =>
        new(new ArgumentException(message), errorId, ErrorCategory.InvalidArgument, target);

    /// <summary>Whatever ended a command's work.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="target">What the command worked on; null where that is nothing in particular.</param>
    /// <returns>The record.</returns>
    public static ErrorRecord From(Exception exception, object? target = null) => exception switch
    {
        IntercomException error => FromRequest(error, target),
        InvalidQueryException => new(exception, "InvalidQuery", ErrorCategory.InvalidArgument, target),
        ExportTargetException file => new(
            exception, "ExportTargetUnusable", file.Problem == ExportTargetProblem.Exists ? ErrorCategory.ResourceExists : ErrorCategory.WriteError, file.Path),
        ManifestException { Problem: ManifestProblem.NotFound } manifest => new(exception, "ManifestNotFound", ErrorCategory.ObjectNotFound, manifest.Path),
        ManifestException manifest => new(exception, "ManifestUnreadable", ErrorCategory.InvalidData, manifest.Path),
        ExportIncompleteException incomplete => new(exception, "ExportIncomplete", ErrorCategory.InvalidResult, incomplete.Summary),
        JournalException { Problem: JournalProblem.Mismatch } journal => new(exception, "JournalMismatch", ErrorCategory.InvalidArgument, journal.Path),
        JournalException journal => new(exception, "JournalUnreadable", ErrorCategory.InvalidData, journal.Path),
        ExportWriteException file => new(exception, "WriteFailed", ErrorCategory.WriteError, file.Path),
        UnknownExportColumnException column => new(exception, "UnknownColumn", ErrorCategory.InvalidArgument, column.Name),
        ReportingException reporting => FromReporting(reporting),
        System.IO.IOException or UnauthorizedAccessException => new(exception, "WriteFailed", ErrorCategory.WriteError, target),
        _ => new(exception, "UnexpectedFailure", ErrorCategory.NotSpecified, target),
    };

    /// <summary>A conversation that could not be had.</summary>
    /// <param name="error">Why.</param>
    /// <param name="id">Its id.</param>
    /// <returns>The record.</returns>
    public static ErrorRecord ForConversation(IntercomException error, string id) => error.Kind == ApiErrorKind.NotFound
        ? new(new ItemNotFoundException($"Conversation {id} was not found. {error.Message}", error), "ConversationNotFound", ErrorCategory.ObjectNotFound, id)
        : FromRequest(error, id);

    /// <summary>A record that could not be had.</summary>
    /// <param name="error">Why.</param>
    /// <param name="kind">What it is: Admin, Team, Tag, Contact or Company.</param>
    /// <param name="id">Its id, or what else it was looked for by.</param>
    /// <returns>The record, whose id for what was not found is the kind and NotFound.</returns>
    public static ErrorRecord ForRecord(IntercomException error, string kind, string id) => error.Kind == ApiErrorKind.NotFound
        ? NotFound(kind, id, LooksLikeName(kind, id) ? $"It was looked for by id; for a name, use Get-Intercom{kind} -Name. {error.Message}" : error.Message, error)
        : FromRequest(error, id);

    /// <summary>Nothing has the name or the address.</summary>
    /// <param name="kind">What was looked for: Admin, Team, Tag, Contact or Company.</param>
    /// <param name="sought">The name or the address.</param>
    /// <param name="hint">What to do, or which names come near.</param>
    /// <param name="error">Why; null where the error is no request's.</param>
    /// <returns>The record.</returns>
    public static ErrorRecord NotFound(string kind, string sought, string hint, Exception? error = null) => new(
        new ItemNotFoundException($"{kind} '{TerminalText.Sanitize(sought)}' was not found. {hint}", error),
        kind + "NotFound",
        ErrorCategory.ObjectNotFound,
        sought);

    /// <summary>An export of reporting data, or the look for a dataset, that failed.</summary>
    /// <param name="error">Why.</param>
    /// <returns>The record.</returns>
    public static ErrorRecord FromReporting(ReportingException error)
    {
        (string id, ErrorCategory category) = error.Problem switch
        {
            ReportingProblem.DatasetNotFound => ("ReportingDatasetNotFound", ErrorCategory.ObjectNotFound),
            ReportingProblem.UnknownAttribute => ("UnknownReportingAttribute", ErrorCategory.InvalidArgument),
            ReportingProblem.AmbiguousAttribute => ("AmbiguousReportingAttribute", ErrorCategory.InvalidArgument),
            ReportingProblem.JobLimit => ("ReportingJobLimit", ErrorCategory.LimitsExceeded),
            ReportingProblem.JobFailed => ("ReportingJobFailed", ErrorCategory.InvalidResult),
            ReportingProblem.JobNotFound => ("ReportingJobNotFound", ErrorCategory.ObjectNotFound),
            ReportingProblem.JobTimeout => ("ReportingJobTimeout", ErrorCategory.OperationTimeout),
            ReportingProblem.DownloadExpired => ("ReportingDownloadExpired", ErrorCategory.ObjectNotFound),
            _ => ("ReportingDataUnreadable", ErrorCategory.InvalidData),
        };
        return new ErrorRecord(error, id, category, error.Subject);
    }

    /// <summary>Whether what was taken for an id is a name: texts of the pipeline are ids.</summary>
    private static bool LooksLikeName(string kind, string id) => kind is "Admin" or "Team" or "Tag" && id.Any(character => !char.IsDigit(character));

    private static ErrorRecord FromRequest(IntercomException error, object? target)
    {
        (string id, ErrorCategory category) = error.Kind switch
        {
            ApiErrorKind.Unauthorized => ("Unauthorized", ErrorCategory.AuthenticationError),
            ApiErrorKind.Forbidden => ("Forbidden", ErrorCategory.PermissionDenied),
            ApiErrorKind.NotFound => ("NotFound", ErrorCategory.ObjectNotFound),
            ApiErrorKind.RateLimitExceeded => ("RateLimitExceeded", ErrorCategory.LimitsExceeded),
            ApiErrorKind.JobLimitReached => ("ReportingJobLimit", ErrorCategory.LimitsExceeded),
            ApiErrorKind.VersionUnsupported => ("ApiVersionUnsupported", ErrorCategory.NotImplemented),
            ApiErrorKind.TimedOut => ("ApiTimeout", ErrorCategory.OperationTimeout),
            ApiErrorKind.ConnectionRefused => ("ApiUnavailable", ErrorCategory.ConnectionError),
            ApiErrorKind.Unavailable => ("ApiUnavailable", ErrorCategory.ResourceUnavailable),
            _ => ("RequestRejected", ErrorCategory.InvalidArgument),
        };
        return new ErrorRecord(error, id, category, target);
    }
}
