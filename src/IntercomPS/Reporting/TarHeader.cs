using System;
using System.Text;

namespace IntercomPS.Reporting;

/// <summary>The header of a file in a tar archive (POSIX ustar, and what GNU tar adds for sizes).</summary>
/// <param name="Name">The name, which is shown and never used as a path.</param>
/// <param name="Size">The size of what follows, in bytes.</param>
/// <param name="Type">0 or NUL for a file; x, g, L and K for headers of their own; others for links, folders and devices.</param>
internal sealed record TarHeader(string Name, long Size, char Type)
{
    /// <summary>The length of a header, and of a block, in bytes.</summary>
    public const int Length = 512;

    private const int ChecksumAt = 148;
    private const int ChecksumLength = 8;

    /// <summary>Whether it is an ordinary file.</summary>
    public bool IsFile => Type is '0' or '\0' or '7';

    /// <summary>Reads a header.</summary>
    /// <param name="block">The block.</param>
    /// <param name="header">The header.</param>
    /// <returns>False where the block is none: its checksum decides.</returns>
    public static bool TryRead(ReadOnlySpan<byte> block, out TarHeader? header)
    {
        header = null;
        if (block.Length < Length
            || ReadNumber(block.Slice(ChecksumAt, ChecksumLength)) is not { } checksum
            || checksum != Sum(block)
            || ReadNumber(block.Slice(124, 12)) is not (>= 0 and long size))
        {
            return false;
        }

        header = new TarHeader(ReadText(block.Slice(0, 100)), size, (char)block[156]);
        return true;
    }

    /// <summary>All bytes, those of the checksum itself taken as blanks.</summary>
    private static long Sum(ReadOnlySpan<byte> block)
    {
        long sum = ChecksumLength * ' ';
        for (int at = 0; at < Length; at++)
        {
            sum += at is >= ChecksumAt and < ChecksumAt + ChecksumLength ? 0 : block[at];
        }

        return sum;
    }

    /// <summary>Octal digits, or, with the first bit set, a number in base 256, as GNU tar writes sizes from 8 GB.</summary>
    private static long? ReadNumber(ReadOnlySpan<byte> field)
    {
        long number = 0;
        if ((field[0] & 0x80) != 0)
        {
            foreach (byte part in field.Slice(field.Length - 8))
            {
                number = (number << 8) | part;
            }

            return number;
        }

        string digits = ReadText(field).Trim(' ');
        foreach (char digit in digits)
        {
            if (digit is < '0' or > '7')
            {
                return null;
            }

            number = (number << 3) | (uint)(digit - '0');
        }

        return digits.Length > 0 ? number : null;
    }

    private static string ReadText(ReadOnlySpan<byte> field)
    {
        int end = field.IndexOf((byte)0);
        return Encoding.UTF8.GetString((end < 0 ? field : field.Slice(0, end)).ToArray());
    }
}
