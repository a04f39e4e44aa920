using System;

namespace IntercomPS.Sandbox.Http;

/// <summary>A request that is not HTTP as this server takes it; the connection ends after the answer.</summary>
internal sealed class HttpProtocolException : Exception
{
    public HttpProtocolException(int status, string message)
        : base(message) => Status = status;

    public int Status { get; }
}
