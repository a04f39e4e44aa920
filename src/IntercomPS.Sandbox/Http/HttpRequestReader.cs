using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Sandbox.Http;

/// <summary>Reads HTTP/1.x requests from one connection, one after the other.</summary>
internal sealed class HttpRequestReader
{
    private static readonly byte[] Continue = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");

    private readonly Stream _stream;
    private readonly ByteSource _source;

    public HttpRequestReader(Stream stream)
    {
        _stream = stream;
        _source = new ByteSource(stream);
    }

    /// <returns>The next request; null where the peer closed the connection.</returns>
    public async Task<HttpRequest?> ReadAsync(CancellationToken cancellation)
    {
        string? requestLine = await _source.ReadLineAsync(HttpLimits.Head, cancellation).ConfigureAwait(false);
        if (requestLine is null)
        {
            return null;
        }

        string[] words = requestLine.Split(' ');
        if (words.Length != 3 || words[1].Length == 0 || words[1][0] != '/' || words[2] is not ("HTTP/1.1" or "HTTP/1.0"))
        {
            throw new HttpProtocolException(400, "Malformed request line");
        }

        Dictionary<string, string> headers = await ReadHeadersAsync(cancellation).ConfigureAwait(false);
        byte[] body = await ReadBodyAsync(headers, cancellation).ConfigureAwait(false);
        int question = words[1].IndexOf('?');
        headers.TryGetValue("Connection", out string? connection);
        return new HttpRequest
        {
            Method = words[0],
            Path = question < 0 ? words[1] : words[1][..question],
            QueryText = question < 0 ? string.Empty : words[1][(question + 1)..],
            Headers = headers,
            Body = body,
            KeepAlive = words[2] == "HTTP/1.1" && !string.Equals(connection, "close", StringComparison.OrdinalIgnoreCase),
        };
    }

    private async Task<Dictionary<string, string>> ReadHeadersAsync(CancellationToken cancellation)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        int left = HttpLimits.Head;
        while (true)
        {
            string line = await _source.ReadLineAsync(left, cancellation).ConfigureAwait(false) ?? throw new EndOfStreamException();
            if (line.Length == 0)
            {
                return headers;
            }

            left -= line.Length;
            int colon = line.IndexOf(':');
            if (colon <= 0)
            {
                throw new HttpProtocolException(400, "Malformed header");
            }

            string name = line[..colon];
            string value = line[(colon + 1)..].Trim();
            headers[name] = headers.TryGetValue(name, out string? earlier) ? $"{earlier}, {value}" : value;
        }
    }

    private async Task<byte[]> ReadBodyAsync(Dictionary<string, string> headers, CancellationToken cancellation)
    {
        bool chunked = headers.TryGetValue("Transfer-Encoding", out string? encoding) && encoding.EndsWith("chunked", StringComparison.OrdinalIgnoreCase);
        headers.TryGetValue("Content-Length", out string? lengthText);
        int length = 0;
        if (!chunked && lengthText is not null && (!int.TryParse(lengthText, NumberStyles.None, CultureInfo.InvariantCulture, out length)))
        {
            throw new HttpProtocolException(400, "Malformed Content-Length");
        }

        CheckSize(length);
        if ((chunked || length > 0) && headers.TryGetValue("Expect", out string? expect) && expect.Equals("100-continue", StringComparison.OrdinalIgnoreCase))
        {
            await _stream.WriteAllAsync(Continue, Continue.Length, cancellation).ConfigureAwait(false);
        }

        if (chunked)
        {
            return await ReadChunksAsync(cancellation).ConfigureAwait(false);
        }

        byte[] body = length == 0 ? [] : new byte[length];
        await _source.ReadBlockAsync(body, 0, length, cancellation).ConfigureAwait(false);
        return body;
    }

    private async Task<byte[]> ReadChunksAsync(CancellationToken cancellation)
    {
        byte[] body = [];
        while (true)
        {
            string line = await _source.ReadLineAsync(1024, cancellation).ConfigureAwait(false) ?? throw new EndOfStreamException();
            int extension = line.IndexOf(';');
            string digits = extension < 0 ? line : line[..extension];
            if (!int.TryParse(digits.Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int size) || size < 0)
            {
                throw new HttpProtocolException(400, "Malformed chunk");
            }

            if (size == 0)
            {
                break;
            }

            int start = body.Length;
            CheckSize((long)start + size);
            Array.Resize(ref body, start + size);
            await _source.ReadBlockAsync(body, start, size, cancellation).ConfigureAwait(false);
            await _source.ReadLineAsync(2, cancellation).ConfigureAwait(false);
        }

        // The trailer: nothing in it matters here, but the next request begins behind it.
        while (await _source.ReadLineAsync(HttpLimits.Head, cancellation).ConfigureAwait(false) is { Length: > 0 })
        {
        }

        return body;
    }

    private static void CheckSize(long length)
    {
        if (length > HttpLimits.Body)
        {
            throw new HttpProtocolException(413, "Request body too large");
        }
    }
}
