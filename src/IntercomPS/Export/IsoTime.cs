using System;
using System.Buffers.Text;

namespace IntercomPS.Export;

/// <summary>Times as the exports write them: ISO 8601 in UTC, to the second, with Z.</summary>
internal static class IsoTime
{
    /// <summary>The length of such a time in bytes.</summary>
    public const int Length = 20;

    /// <summary>The room that formatting takes, since the round-trip form has seven digits of fractions.</summary>
    public const int BufferLength = 28;

    /// <summary>Formats a time.</summary>
    /// <param name="time">The time, in any offset.</param>
    /// <param name="utf8">Where to write it: room for <see cref="BufferLength"/> bytes.</param>
    /// <returns>Its 20 bytes.</returns>
    public static ReadOnlySpan<byte> Format(DateTimeOffset time, Span<byte> utf8)
    {
        Utf8Formatter.TryFormat(time.UtcDateTime, utf8.Slice(0, BufferLength), out _, 'O');
        utf8[Length - 1] = (byte)'Z';
        return utf8.Slice(0, Length);
    }
}
