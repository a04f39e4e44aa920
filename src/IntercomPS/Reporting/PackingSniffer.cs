using System;

namespace IntercomPS.Reporting;

/// <summary>Tells by a file's first bytes how it is packed: the API does not say, and headers have been seen to be wrong.</summary>
internal static class PackingSniffer
{
    /// <summary>How much of a file it looks at.</summary>
    public const int HeadLength = TarHeader.Length;

    /// <summary>Tells how a file is packed.</summary>
    /// <param name="head">Its first <see cref="HeadLength"/> bytes, or all of a shorter one.</param>
    /// <returns>How.</returns>
    public static Packing Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]))
        {
            return Packing.Gzip;
        }

        // A file in it first, or, where it is empty, its directory's end.
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8))
        {
            return Packing.Zip;
        }

        return TarHeader.TryRead(head, out _) ? Packing.Tar : IsTable(head) ? Packing.None : Packing.Unknown;
    }

    /// <summary>A page of HTML or an answer in JSON is text too, but no table; a table's titles have no NUL, though a customer's text may.</summary>
    private static bool IsTable(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> text = head.StartsWith("\uFEFF"u8) ? head.Slice(3) : head;
        int start = 0;
        while (start < text.Length && text[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            start++;
        }

        int end = text.IndexOfAny((byte)'\r', (byte)'\n');
        return (end < 0 ? text : text.Slice(0, end)).IndexOf((byte)0) < 0 && (start == text.Length || text[start] is not ((byte)'<' or (byte)'{'));
    }
}
