using System;
using System.IO;

namespace IntercomPS.Reporting;

/// <summary>The content of one file in a tar archive.</summary>
internal sealed class TarContent : ForwardStream
{
    private readonly Stream _archive;
    private readonly long _padding;
    private long _left;

    public TarContent(Stream archive, long size)
    {
        _archive = archive;
        _left = size;
        _padding = (TarHeader.Length - (size % TarHeader.Length)) % TarHeader.Length;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_left == 0 || count == 0)
        {
            return 0;
        }

        int read = _archive.Read(buffer, offset, (int)Math.Min(count, _left));
        _left -= read;
        return read > 0 ? read : throw new InvalidDataException("The tar archive was cut short.");
    }

    /// <summary>Goes to the end of its last block.</summary>
    public void SkipRest()
    {
        byte[] piece = new byte[16 * TarHeader.Length];
        while (Read(piece, 0, piece.Length) > 0)
        {
            // What was not wanted goes by.
        }

        for (int left = (int)_padding, read; left > 0; left -= read)
        {
            read = _archive.Read(piece, 0, left);
            if (read == 0)
            {
                throw new InvalidDataException("The tar archive was cut short.");
            }
        }
    }
}
