using System;
using System.Collections.Generic;

namespace IntercomPS.Sandbox.Http;

/// <summary>An answer, and what shall go wrong while it is sent.</summary>
internal sealed class HttpResponse : IDisposable
{
    public HttpResponse(int status, PooledBuffer body)
    {
        Status = status;
        Body = body;
    }

    public int Status { get; }

    public PooledBuffer Body { get; }

    public string ContentType { get; init; } = "application/json; charset=utf-8";

    public List<KeyValuePair<string, string>> Headers { get; } = [];

    public WireFault Fault { get; set; }

    /// <summary>Whether the body goes out in chunks, without a Content-Length.</summary>
    public bool Chunked { get; set; }

    public bool CloseConnection { get; set; }

    public void Dispose() => Body.Dispose();
}
