using System;
using IntercomPS.Client;

namespace IntercomPS;

/// <summary>A request to Intercom that failed.</summary>
public sealed class IntercomException : Exception
{
    internal IntercomException(ApiErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
    }

    /// <summary>The answer's HTTP status; null where no answer came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Intercom's code of the error, such as token_unauthorized; null where the answer had none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Intercom's id of the request, which its support asks for; null where the answer had none.</summary>
    public string? RequestId { get; init; }

    internal ApiErrorKind Kind { get; }

    /// <summary>How long the server asks to wait before the next request; null where it does not say.</summary>
    internal TimeSpan? RetryAfter { get; init; }
}
