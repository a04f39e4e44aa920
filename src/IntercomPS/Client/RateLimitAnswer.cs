using System;

namespace IntercomPS.Client;

/// <summary>What became of a request, as far as the quota goes.</summary>
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
}
