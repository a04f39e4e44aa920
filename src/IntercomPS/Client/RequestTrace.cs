using System;
using System.Globalization;

namespace IntercomPS.Client;

/// <summary>What can be told of a request without telling a secret.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, without the query.</param>
/// <param name="Status">The answer's status; null where no answer came.</param>
/// <param name="Duration">From the sending to the answer's headers.</param>
/// <param name="Quota">The quota after it; null where the answer does not tell it.</param>
internal sealed record RequestTrace(string Method, string Path, int? Status, TimeSpan Duration, RateLimitHeaders? Quota)
{
    /// <summary>The line of the verbose stream.</summary>
    /// <returns>Method, path, status, milliseconds and the quota left.</returns>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "{0} {1} {2} in {3:0} ms{4}",
        Method,
        Path,
        Status is { } status ? status.ToString(CultureInfo.InvariantCulture) : "no answer",
        Duration.TotalMilliseconds,
        Quota is null ? string.Empty : string.Format(CultureInfo.InvariantCulture, ", quota {0} of {1} left", Quota.Remaining, Quota.Limit));
}
