using System.Net.Http;

namespace IntercomPS.Client;

/// <summary>One request to the API, which can be sent several times.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the host, without the query, ids included.</param>
internal sealed record IntercomRequest(HttpMethod Method, string Path)
{
    /// <summary>The query without its question mark, escaped; null when there is none. Never shown to anybody.</summary>
    public string? Query { get; init; }

    /// <summary>The JSON body; null when there is none. Never shown to anybody.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Whether the request changes nothing, so that it can be sent again whatever became of it.</summary>
    public bool IsRead { get; init; } = true;

    /// <summary>How many records a page has at most; null where the answer is no page, or all pages have as many.</summary>
    public int? PageSize { get; init; }

    /// <summary>Whether the answer is a file: asked for as such, and timed by its silences, since it may take long to come.</summary>
    public bool IsDownload { get; init; }

    /// <summary>Whether a time-out is the caller's to deal with, by asking for less.</summary>
    public bool CallerHandlesTimeout { get; init; }

    /// <summary>What it asks for, without ids: requests of one kind take the server about the same time.</summary>
    public string Kind
    {
        get
        {
            string[] segments = Path.Split('/');
            return $"{Method} {(segments.Length > 1 ? segments[1] : string.Empty)} {segments.Length} {PageSize}";
        }
    }
}
