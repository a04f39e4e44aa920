using System.Collections.Generic;

namespace IntercomPS.Sandbox.Http;

/// <summary>A request as it came over the wire.</summary>
internal sealed class HttpRequest
{
    public required string Method { get; init; }

    /// <summary>The path without the query, still percent-encoded.</summary>
    public required string Path { get; init; }

    /// <summary>The query without its question mark; empty where there is none.</summary>
    public required string QueryText { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public byte[] Body { get; init; } = [];

    public bool KeepAlive { get; init; }

    public string? Header(string name) => Headers.TryGetValue(name, out string? value) ? value : null;
}
