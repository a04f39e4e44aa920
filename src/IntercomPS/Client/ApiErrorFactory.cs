using System;
using System.Globalization;
using System.Net.Http;
using IntercomPS.Text;

namespace IntercomPS.Client;

/// <summary>Turns an answer that is no success into the error that callers see.</summary>
internal static class ApiErrorFactory
{
    /// <summary>Makes the error of an answer.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="response">The answer.</param>
    /// <param name="error">What its body says.</param>
    /// <param name="retryAfter">How long the server asks to wait.</param>
    /// <returns>The error.</returns>
    public static IntercomException FromAnswer(IntercomRequest request, HttpResponseMessage response, ApiError error, TimeSpan? retryAfter)
    {
        int status = (int)response.StatusCode;
        ApiErrorKind kind = KindOf(status, error);
        string said = error.Message ?? error.Code ?? string.Format(CultureInfo.InvariantCulture, "HTTP {0}", status);
        string message = $"{Advice(kind, request)} Intercom says: {TerminalText.Sanitize(said).TrimEnd('.')}"
            + (error.Field is null ? string.Empty : $" (field {TerminalText.Sanitize(error.Field)})")
            + $" (HTTP {status}{(error.RequestId is null ? string.Empty : $", request {error.RequestId}")}).";

        return new IntercomException(kind, message)
        {
            StatusCode = status,
            ErrorCode = error.Code,
            RequestId = error.RequestId,
            RetryAfter = retryAfter,
        };
    }

    private static ApiErrorKind KindOf(int status, ApiError error) => status switch
    {
        401 => ApiErrorKind.Unauthorized,
        403 => ApiErrorKind.Forbidden,
        404 or 410 => ApiErrorKind.NotFound,
        408 or 504 or 524 => ApiErrorKind.TimedOut,
        429 when IsJobLimit(error) => ApiErrorKind.JobLimitReached,
        429 => ApiErrorKind.RateLimitExceeded,
        >= 500 => ApiErrorKind.Unavailable,
        400 when error.Code == "intercom_version_invalid" => ApiErrorKind.VersionUnsupported,
        400 when error.Message?.IndexOf("starting_after", StringComparison.OrdinalIgnoreCase) >= 0 => ApiErrorKind.CursorRefused,
        _ => ApiErrorKind.Rejected,
    };

    /// <summary>The API gives the quota and the limit of pending jobs the same status and code; the message tells them apart (API 2.15, enqueue).</summary>
    private static bool IsJobLimit(ApiError error) =>
        error.Message?.IndexOf("pending", StringComparison.OrdinalIgnoreCase) >= 0
        && error.Message?.IndexOf("job", StringComparison.OrdinalIgnoreCase) >= 0;

    private static string Advice(ApiErrorKind kind, IntercomRequest request) => kind switch
    {
        ApiErrorKind.Unauthorized =>
            "The access token was not accepted: it is wrong, was revoked, belongs to another region, or lacks a permission. "
            + "Check it in Intercom's Developer Hub and run Connect-Intercom again.",
        ApiErrorKind.Forbidden => "The token or the workspace's plan does not allow this.",
        ApiErrorKind.NotFound => "It does not exist, was deleted, or belongs to another workspace.",
        ApiErrorKind.RateLimitExceeded =>
            "The workspace's quota stayed used up. Other programs share it: try later, or with fewer at once.",
        ApiErrorKind.JobLimitReached => "The workspace has as many jobs pending as Intercom allows. Try again when one has ended.",
        ApiErrorKind.TimedOut => "The server took too long. Try again, or with a larger -TimeoutSec on Connect-Intercom.",
        ApiErrorKind.Unavailable => "Intercom could not answer. Try again later; its state is at www.intercomstatus.com.",
        ApiErrorKind.VersionUnsupported =>
            $"{request.Method.Method} {request.Path} does not exist in this API version. Connect with another -ApiVersion.",
        ApiErrorKind.CursorRefused => "The server no longer takes the cursor of this page.",
        _ => $"Intercom refused {request.Method.Method} {request.Path}.",
    };
}
