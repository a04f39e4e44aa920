using System;

namespace IntercomPS.Sessions;

/// <summary>What holds a token may also say how to connect; parameters go before it.</summary>
/// <param name="Region">The region; null where it does not say.</param>
/// <param name="ApiVersion">The API version; null where it does not say.</param>
/// <param name="BaseUri">The address; null where it does not say.</param>
internal sealed record ConnectionDefaults(IntercomRegion? Region, string? ApiVersion, Uri? BaseUri)
{
    public static ConnectionDefaults None { get; } = new(null, null, null);
}
