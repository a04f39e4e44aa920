using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;

namespace IntercomPS.Export.Manifest;

/// <summary>Hands all that is written on to another stream, and hashes it on the way (SHA-256).</summary>
internal sealed class HashingStream : Stream
{
    private const int PieceSize = 128 * 1024;

    private readonly Stream _inner;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Begins to hash.</summary>
    /// <param name="inner">The other stream, which stays open.</param>
    public HashingStream(Stream inner)
    {
        _inner = inner;
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => _inner.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _inner.Position;
        set => throw new NotSupportedException();
    }

    /// <summary>Hashes what the other stream holds already, to its end.</summary>
    public void IncludeExisting()
    {
        byte[] piece = new byte[PieceSize];
        _inner.Position = 0;
        for (int read = _inner.Read(piece, 0, piece.Length); read > 0; read = _inner.Read(piece, 0, piece.Length))
        {
            _hash.AppendData(piece, 0, read);
        }
    }

    /// <summary>The hash of all that was written. Nothing can be written afterwards.</summary>
    /// <returns>64 hexadecimal digits, lower case.</returns>
    public string Finish() => ToText(_hash.GetHashAndReset());

    /// <summary>Writes a hash as manifests do.</summary>
    /// <param name="hash">The hash.</param>
    /// <returns>Hexadecimal digits, lower case.</returns>
    public static string ToText(byte[] hash) => string.Concat(hash.Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        _inner.Write(buffer, offset, count);
        _hash.AppendData(buffer, offset, count);
    }

#if NET
    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _inner.Write(buffer);
        _hash.AppendData(buffer);
    }
#endif

    /// <inheritdoc/>
    public override void Flush() => _inner.Flush();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }
}
