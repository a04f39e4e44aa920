namespace IntercomPS.Client;

/// <summary>What went wrong with a request, by what a caller can do about it.</summary>
internal enum ApiErrorKind
{
    /// <summary>The token is wrong or was revoked, or it lacks a scope (401).</summary>
    Unauthorized,

    /// <summary>The token or the plan does not allow it (403).</summary>
    Forbidden,

    /// <summary>There is no such object (404, 410).</summary>
    NotFound,

    /// <summary>The server refuses the request as it is (400, 406, 409, 422 …).</summary>
    Rejected,

    /// <summary>The cursor of a page is no longer taken (400).</summary>
    CursorRefused,

    /// <summary>The API version does not have the operation (400).</summary>
    VersionUnsupported,

    /// <summary>The quota is used up (429).</summary>
    RateLimitExceeded,

    /// <summary>Too many jobs of the workspace are pending (429): other requests are answered, another job is not taken.</summary>
    JobLimitReached,

    /// <summary>No answer within the time allowed, or the server itself timed out (408, 504, 524).</summary>
    TimedOut,

    /// <summary>The server failed (5xx), or its answer was broken off or was no JSON.</summary>
    Unavailable,

    /// <summary>The connection could not be made, so that the server certainly did nothing.</summary>
    ConnectionRefused,
}
