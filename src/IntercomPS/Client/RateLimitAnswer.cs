using System;

namespace IntercomPS.Client;

/// <summary>What became of a request, as far as the quota and the server's load go.</summary>
/// <param name="Came">Whether an answer came at all.</param>
/// <param name="Headers">What it says of the quota; null where it says nothing.</param>
/// <param name="Date">Its Date header; null where it has none.</param>
/// <param name="IsRefusal">Whether it was a 429.</param>
/// <param name="RetryAfter">How long it asks to wait; null where it does not say.</param>
internal readonly record struct RateLimitAnswer(
    bool Came, RateLimitHeaders? Headers, DateTimeOffset? Date, bool IsRefusal, TimeSpan? RetryAfter)
{
    /// <summary>No answer came.</summary>
    public static RateLimitAnswer None => default;

    /// <summary>What was asked for: requests of one kind take about the same time.</summary>
    public string Kind { get; init; } = string.Empty;

    /// <summary>What it says about the server's load.</summary>
    public RequestOutcome Outcome { get; init; }
}
