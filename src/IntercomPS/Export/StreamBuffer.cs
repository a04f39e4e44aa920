using System;
using System.Buffers;
using System.IO;

namespace IntercomPS.Export;

/// <summary>Collects what a JSON writer produces and hands it to a stream in large pieces.</summary>
/// <remarks>A Utf8JsonWriter that writes to a stream itself flushes that stream to the system at every row.</remarks>
internal sealed class StreamBuffer : IBufferWriter<byte>
{
    private const int PieceSize = 64 * 1024;

    private readonly Stream _stream;
    private byte[] _buffer = new byte[PieceSize];
    private int _length;

    public StreamBuffer(Stream stream) => _stream = stream;

    /// <inheritdoc/>
    public void Advance(int count) => _length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(_length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(_length);
    }

    /// <summary>Hands all that is held back to the stream.</summary>
    public void Flush()
    {
        _stream.Write(_buffer, 0, _length);
        _length = 0;
    }

    private void Reserve(int size)
    {
        int wanted = Math.Max(size, 1);
        if (_length > 0 && _buffer.Length - _length < wanted)
        {
            Flush();
        }

        if (_buffer.Length < wanted)
        {
            _buffer = new byte[wanted];
        }
    }
}
