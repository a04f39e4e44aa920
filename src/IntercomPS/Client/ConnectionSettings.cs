using System;

namespace IntercomPS.Client;

/// <summary>How a session speaks to the API.</summary>
internal sealed record ConnectionSettings
{
    /// <summary>The host, with a path prefix where a proxy has one.</summary>
    public required Uri BaseUri { get; init; }

    /// <summary>The API version that is sent with every request.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>The proxy; null takes the system's.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>How long one answer may take, body included. Big pages have been seen to take 20 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);
}
