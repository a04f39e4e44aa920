using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Sandbox.Http;

/// <summary>Writes an answer, whole or as broken as it shall be.</summary>
internal static class HttpResponseWriter
{
    private const int ChunkSize = 16 * 1024;

    private static readonly byte[] LineEnd = Encoding.ASCII.GetBytes("\r\n");
    private static readonly byte[] LastChunk = Encoding.ASCII.GetBytes("0\r\n\r\n");

    public static async Task WriteAsync(Stream stream, HttpResponse response, bool hasBody, CancellationToken cancellation)
    {
        byte[] head = Head(response);
        await stream.WriteAllAsync(head, head.Length, cancellation).ConfigureAwait(false);
        int length = hasBody ? response.Body.Length : 0;
        if (response.Fault != WireFault.None)
        {
            length /= 2;
        }

        if (response.Chunked && response.Fault == WireFault.None)
        {
            await WriteChunksAsync(stream, response.Body.Array, length, cancellation).ConfigureAwait(false);
        }
        else if (length > 0)
        {
            await stream.WriteAllAsync(response.Body.Array, length, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task WriteChunksAsync(Stream stream, byte[] body, int length, CancellationToken cancellation)
    {
        for (int offset = 0; offset < length; offset += ChunkSize)
        {
            int size = Math.Min(ChunkSize, length - offset);
            byte[] line = Encoding.ASCII.GetBytes(size.ToString("x", CultureInfo.InvariantCulture) + "\r\n");
            await stream.WriteAllAsync(line, line.Length, cancellation).ConfigureAwait(false);
            await stream.WriteAllAsync(body, offset, size, cancellation).ConfigureAwait(false);
            await stream.WriteAllAsync(LineEnd, LineEnd.Length, cancellation).ConfigureAwait(false);
        }

        await stream.WriteAllAsync(LastChunk, LastChunk.Length, cancellation).ConfigureAwait(false);
    }

    private static byte[] Head(HttpResponse response)
    {
        var head = new StringBuilder(256);
        head.Append("HTTP/1.1 ").Append(response.Status.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(Reason(response.Status)).Append("\r\n");
        head.Append("Content-Type: ").Append(response.ContentType).Append("\r\n");
        bool chunked = response.Chunked && response.Fault == WireFault.None;
        head.Append(chunked ? "Transfer-Encoding: chunked\r\n" : $"Content-Length: {response.Body.Length.ToString(CultureInfo.InvariantCulture)}\r\n");
        foreach (KeyValuePair<string, string> header in response.Headers)
        {
            head.Append(header.Key).Append(": ").Append(header.Value).Append("\r\n");
        }

        if (response.CloseConnection)
        {
            head.Append("Connection: close\r\n");
        }

        return Encoding.ASCII.GetBytes(head.Append("\r\n").ToString());
    }

    private static string Reason(int status) => status switch
    {
        200 => "OK",
        400 => "Bad Request",
        401 => "Unauthorized",
        404 => "Not Found",
        406 => "Not Acceptable",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "Unknown",
    };
}
