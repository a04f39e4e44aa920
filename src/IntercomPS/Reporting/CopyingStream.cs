using System.IO;

namespace IntercomPS.Reporting;

/// <summary>Writes what is read from a stream to another one, byte for byte.</summary>
internal sealed class CopyingStream : ForwardStream
{
    private readonly Stream _source;
    private readonly Stream _copy;

    public CopyingStream(Stream source, Stream copy)
    {
        _source = source;
        _copy = copy;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = _source.Read(buffer, offset, count);
        _copy.Write(buffer, offset, read);
        return read;
    }
}
