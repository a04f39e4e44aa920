using System;

namespace IntercomPS;

/// <summary>The workspace's quota as the last answer told it.</summary>
/// <param name="Limit">How many requests a window of 10 seconds allows.</param>
/// <param name="Remaining">How many of them were left.</param>
/// <param name="ResetsAt">When that window ends or ended, by Intercom's clock.</param>
/// <remarks>Source: headers X-RateLimit-Limit, -Remaining and -Reset.</remarks>
public sealed record RateLimitQuota(int Limit, int Remaining, DateTimeOffset ResetsAt)
{
    /// <summary>What is left of what there is.</summary>
    /// <returns>For example 166/167.</returns>
    public override string ToString() =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}/{1}", Remaining, Limit);
}
