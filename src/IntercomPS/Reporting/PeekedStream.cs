using System;
using System.IO;

namespace IntercomPS.Reporting;

/// <summary>A stream whose beginning was looked at, and is read all the same.</summary>
internal sealed class PeekedStream : ForwardStream
{
    private readonly Stream _inner;
    private readonly byte[] _head;
    private int _given;

    /// <summary>Reads a stream's beginning.</summary>
    /// <param name="inner">The stream; stays open.</param>
    /// <param name="length">How much of it.</param>
    public PeekedStream(Stream inner, int length)
    {
        _inner = inner;
        _head = new byte[length];
        int read;
        while (HeadLength < length && (read = inner.Read(_head, HeadLength, length - HeadLength)) > 0)
        {
            HeadLength += read;
        }
    }

    /// <summary>The beginning; shorter than asked for where the stream is.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, HeadLength);

    private int HeadLength { get; }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_given == HeadLength)
        {
            return _inner.Read(buffer, offset, count);
        }

        int length = Math.Min(count, HeadLength - _given);
        Buffer.BlockCopy(_head, _given, buffer, offset, length);
        _given += length;
        return length;
    }
}
