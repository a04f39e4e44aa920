using System;
using System.Buffers;

namespace IntercomPS.Sandbox.Http;

/// <summary>A growing buffer of pooled memory, for the bodies of answers.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes;

    public PooledBuffer(int capacity = 4096) => _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    /// <summary>The array behind the buffer; only the first <see cref="Length"/> bytes are written.</summary>
    public byte[] Array => _bytes;

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(Length);
    }

    public void Dispose()
    {
        byte[] bytes = _bytes;
        _bytes = [];
        Length = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void Reserve(int size)
    {
        int needed = Length + Math.Max(size, 256);
        if (needed <= _bytes.Length)
        {
            return;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _bytes.Length * 2));
        Buffer.BlockCopy(_bytes, 0, larger, 0, Length);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
