using System;
using System.Globalization;
using System.IO;
using System.Threading;

namespace IntercomPS.Reporting;

/// <summary>Ends the unpacking of a file that grows as no honest table does, before it fills the disk.</summary>
/// <remarks>
/// Tables have been seen to shrink to a fortieth. DEFLATE can reach a thousandth, and one within another
/// more. Up to <see cref="AlwaysAllowed"/> nothing is said: a column of one value shrinks well too.
/// </remarks>
internal sealed class UnpackingLimit : ForwardStream
{
    /// <summary>How many times its size a file may grow to.</summary>
    public const int LargestRatio = 400;

    /// <summary>The bytes that any file may grow to.</summary>
    public const long AlwaysAllowed = 256L * 1024 * 1024;

    private readonly CancellationToken _stop;
    private readonly Stream _inner;
    private readonly long _allowed;
    private long _read;

    /// <summary>Begins to count.</summary>
    /// <param name="inner">What is unpacked.</param>
    /// <param name="packedLength">The size of the file that it is unpacked from.</param>
    /// <param name="cancellationToken">Stops the unpacking, also of what is only passed over.</param>
    public UnpackingLimit(Stream inner, long packedLength, CancellationToken cancellationToken)
    {
        _stop = cancellationToken;
        _inner = inner;
        _allowed = Math.Max(AlwaysAllowed, packedLength * LargestRatio);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        _stop.ThrowIfCancellationRequested();
        int read = _inner.Read(buffer, offset, count);
        _read += read;
        return _read <= _allowed ? read : throw new InvalidDataException(string.Format(
            CultureInfo.InvariantCulture, "It grows to more than {0:N0} times its size and {1:N0} bytes.", LargestRatio, AlwaysAllowed));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
