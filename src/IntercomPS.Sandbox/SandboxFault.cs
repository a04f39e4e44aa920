using System;

namespace IntercomPS.Sandbox;

/// <summary>
/// What goes wrong on purpose. Faults of single requests hit a share of them (<see cref="SandboxOptions.FaultRate"/>),
/// and the same request never more than twice in a row.
/// </summary>
[Flags]
public enum SandboxFault
{
    /// <summary>Nothing goes wrong.</summary>
    None = 0,

    /// <summary>Answers 500, 502, 503 or 504 with an HTML page.</summary>
    ServerError = 1,

    /// <summary>Answers 503 with an empty body.</summary>
    EmptyServerError = 2,

    /// <summary>Resets the connection, before the answer or in the middle of it.</summary>
    Reset = 4,

    /// <summary>Cuts the body short of its Content-Length and closes the connection.</summary>
    Truncated = 8,

    /// <summary>
    /// Delays pages by <see cref="SandboxOptions.SlowPageDelay"/> × (rows asked for ÷ 150)², so that smaller pages succeed.
    /// A slow page stays slow when it is asked for again in the same size.
    /// </summary>
    SlowPage = 16,

    /// <summary>After each page, <c>updated_at</c> of some conversations moves forward to the present.</summary>
    MovingRows = 32,

    /// <summary>Refuses cursors with 400 <c>client_error</c>. A cursor that is refused once is refused for good.</summary>
    RefusedCursor = 64,

    /// <summary>Answers 429 out of the blue, without Retry-After.</summary>
    TooManyRequests = 128,

    /// <summary>Answers 429 out of the blue, with a Retry-After of one second.</summary>
    TooManyRequestsRetryAfter = 256,

    /// <summary>Conversations that a search gives, but that answer 404 when they are asked for, for good.</summary>
    Disappearing = 512,

    /// <summary><c>total_count</c> goes up and down from page to page.</summary>
    DriftingTotal = 1024,
}
