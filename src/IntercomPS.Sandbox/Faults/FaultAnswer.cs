using System;
using System.Text;
using IntercomPS.Sandbox.Api;
using IntercomPS.Sandbox.Http;

namespace IntercomPS.Sandbox.Faults;

/// <summary>The answers of faults.</summary>
internal static class FaultAnswer
{
    private static readonly int[] ServerErrors = [500, 502, 503, 504];

    /// <summary>The answer that comes instead of the real one.</summary>
    /// <returns>Null where the real answer is needed.</returns>
    public static HttpResponse? Create(SandboxFault fault, ulong draw)
    {
        switch (fault)
        {
            case SandboxFault.ServerError:
                int status = ServerErrors[(int)(draw >> 20) & 3];
                return new HttpResponse(status, Text($"<html>\r\n<head><title>{status}</title></head>\r\n<body><h1>{status} Sorry, something went wrong</h1></body>\r\n</html>"))
                {
                    ContentType = "text/html",
                };
            case SandboxFault.EmptyServerError:
                return new HttpResponse(503, new PooledBuffer());
            case SandboxFault.TooManyRequests:
                return ApiHandler.TooManyRequests("Too many requests");
            case SandboxFault.TooManyRequestsRetryAfter:
                HttpResponse response = ApiHandler.TooManyRequests("Too many requests");
                response.Headers.Add(new("Retry-After", "1"));
                return response;
            default:
                return null;
        }
    }

    /// <summary>Has the real answer break on the wire.</summary>
    public static void Break(HttpResponse response, SandboxFault fault, ulong draw)
    {
        response.Fault = fault switch
        {
            SandboxFault.Reset when (draw >> 24 & 1) == 0 => WireFault.ResetBeforeAnswer,
            SandboxFault.Reset => WireFault.ResetInBody,
            SandboxFault.Truncated => WireFault.Truncate,
            _ => WireFault.None,
        };
    }

    private static PooledBuffer Text(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var buffer = new PooledBuffer(bytes.Length);
        bytes.CopyTo(buffer.GetMemory(bytes.Length));
        buffer.Advance(bytes.Length);
        return buffer;
    }
}
