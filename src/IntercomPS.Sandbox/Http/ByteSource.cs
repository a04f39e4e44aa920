using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Sandbox.Http;

/// <summary>Reads lines and blocks from a connection; what is read too far waits for the next request.</summary>
internal sealed class ByteSource
{
    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    public ByteSource(Stream stream) => _stream = stream;

    /// <summary>Reads a line without its line end.</summary>
    /// <param name="limit">How many bytes the line may have.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The line; null where the peer closed the connection before its first byte.</returns>
    public async Task<string?> ReadLineAsync(int limit, CancellationToken cancellation)
    {
        var line = new StringBuilder();
        while (true)
        {
            int lineFeed = Array.IndexOf(_buffer, (byte)'\n', _start, _end - _start);
            int stop = lineFeed < 0 ? _end : lineFeed;
            line.Append(Encoding.ASCII.GetString(_buffer, _start, stop - _start));
            _start = lineFeed < 0 ? _end : lineFeed + 1;
            if (line.Length > limit)
            {
                throw new HttpProtocolException(431, "Request header fields too large");
            }

            if (lineFeed >= 0)
            {
                return line.ToString().TrimEnd('\r');
            }

            if (!await FillAsync(cancellation).ConfigureAwait(false))
            {
                return line.Length == 0 ? null : throw new EndOfStreamException();
            }
        }
    }

    public async Task ReadBlockAsync(byte[] target, int offset, int count, CancellationToken cancellation)
    {
        while (count > 0)
        {
            if (_start == _end && !await FillAsync(cancellation).ConfigureAwait(false))
            {
                throw new EndOfStreamException();
            }

            int taken = Math.Min(count, _end - _start);
            Buffer.BlockCopy(_buffer, _start, target, offset, taken);
            _start += taken;
            offset += taken;
            count -= taken;
        }
    }

    private async Task<bool> FillAsync(CancellationToken cancellation)
    {
        _start = 0;
        _end = 0;
#if NET
        _end = await _stream.ReadAsync(_buffer, cancellation).ConfigureAwait(false);
#else
        _end = await _stream.ReadAsync(_buffer, 0, _buffer.Length, cancellation).ConfigureAwait(false);
#endif
        return _end > 0;
    }
}
