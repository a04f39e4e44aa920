using System;
using System.Collections.Generic;
using System.IO;

namespace IntercomPS.Reporting;

/// <summary>Reads the files of a tar archive as it streams by.</summary>
/// <remarks>
/// Of our own, as System.Formats.Tar is part of .NET but not of .NET Framework and both shall behave
/// alike. All that is needed is the content of ordinary files: nothing is made under a name from the
/// archive, no link is followed, no mode set, so that what is hard about tar does not arise.
/// </remarks>
internal static class TarFiles
{
    /// <summary>Reads the ordinary files.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="skipped">Told of everything else.</param>
    /// <returns>The files, in their order.</returns>
    /// <exception cref="InvalidDataException">The archive was cut short or is broken.</exception>
    public static IEnumerable<PackedFile> Read(Stream archive, Action<string> skipped)
    {
        byte[] block = new byte[TarHeader.Length];
        while (ReadBlock(archive, block) && Array.Exists(block, part => part != 0))
        {
            if (!TarHeader.TryRead(block, out TarHeader? header))
            {
                throw new InvalidDataException("The tar archive has a broken header.");
            }

            using var content = new TarContent(archive, header!.Size);
            if (header.Type == 'x' && HoldsSize(content))
            {
                throw new InvalidDataException("The tar archive tells a file's size in a way that is not supported.");
            }

            if (header.IsFile)
            {
                yield return new PackedFile(header.Name, content);
            }
            else if (header.Type is not ('x' or 'g' or 'L' or 'K'))
            {
                skipped(header.Name);
            }

            content.SkipRest();
        }
    }

    /// <summary>False at the archive's end; some writers leave out the empty blocks there.</summary>
    private static bool ReadBlock(Stream archive, byte[] block)
    {
        int length = 0;
        int read;
        while (length < block.Length && (read = archive.Read(block, length, block.Length - length)) > 0)
        {
            length += read;
        }

        return length == block.Length || (length == 0 ? false : throw new InvalidDataException("The tar archive was cut short."));
    }

    /// <summary>An extended header with a size: that of a file that is too large for the field, from 8 GB.</summary>
    private static bool HoldsSize(TarContent header)
    {
        const int Longest = 64 * 1024;
        using var text = new MemoryStream();
        byte[] piece = new byte[TarHeader.Length];
        int read;
        while ((read = header.Read(piece, 0, piece.Length)) > 0 && text.Length < Longest)
        {
            text.Write(piece, 0, read);
        }

        return text.GetBuffer().AsSpan(0, (int)text.Length).IndexOf(" size="u8) >= 0;
    }
}
