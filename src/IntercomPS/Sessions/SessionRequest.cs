using System;

namespace IntercomPS.Sessions;

/// <summary>What a person asks for when connecting.</summary>
internal sealed record SessionRequest
{
    /// <summary>The region; null to find it out.</summary>
    public IntercomRegion? Region { get; init; }

    /// <summary>The host to use whatever the region; null for the region's own.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>The API version.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>The proxy; null for the system's.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>How long one answer may take.</summary>
    public required TimeSpan Timeout { get; init; }
}
