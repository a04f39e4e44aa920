using System;
using System.Collections.Concurrent;

namespace IntercomPS.Client;

/// <summary>The governors of the process: one for each token and host, shared by all its sessions, since they share one quota.</summary>
internal static class GovernorRegistry
{
    private static readonly ConcurrentDictionary<string, RateLimitGovernor> Governors = new(StringComparer.Ordinal);

    /// <summary>Finds or makes the governor of a token.</summary>
    /// <param name="token">The token; only its hash is kept.</param>
    /// <param name="host">The host that it is used with.</param>
    /// <returns>The governor.</returns>
    public static RateLimitGovernor For(AccessToken token, Uri host) =>
        Governors.GetOrAdd(
            host.GetLeftPart(UriPartial.Authority) + " " + token.Fingerprint,
            _ => new RateLimitGovernor(TimeProvider.System));
}
