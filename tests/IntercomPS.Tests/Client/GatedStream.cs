using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Tests.Client;

/// <summary>A body whose second half comes only once a gate is opened.</summary>
internal sealed class GatedStream : Stream
{
    private readonly byte[] _first;
    private readonly byte[] _second;
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _position;

    public GatedStream(byte[] first, byte[] second)
    {
        _first = first;
        _second = second;
    }

    /// <summary>False for a stream like those of .NET Framework, which only their closing ends.</summary>
    public bool HeedsToken { get; init; } = true;

    public bool IsBlocked { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public void Open() => _gate.TrySetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= _first.Length)
        {
            IsBlocked = true;
            await _gate.Task.WaitAsync(HeedsToken ? cancellationToken : CancellationToken.None).ConfigureAwait(false);
        }

        bool early = _position < _first.Length;
        ReadOnlyMemory<byte> left = early ? _first.AsMemory(_position) : _second.AsMemory(_position - _first.Length);
        int count = Math.Min(left.Length, buffer.Length);
        left.Span[..count].CopyTo(buffer.Span);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _gate.TrySetException(new IOException("The stream was closed."));
        base.Dispose(disposing);
    }
}
