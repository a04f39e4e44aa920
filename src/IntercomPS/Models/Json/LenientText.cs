using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace IntercomPS.Models.Json;

/// <summary>Reads texts of strangers, which may be cut in the middle of a character.</summary>
/// <remarks>
/// Utf8JsonReader.GetString throws for bytes that are no UTF-8 and for half of a surrogate pair, so
/// that one emoji cut in two would make a whole page unreadable for ever.
/// </remarks>
internal static class LenientText
{
    /// <summary>Reads the text or the property name that the reader stands on.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The text, with U+FFFD for what is no character.</returns>
    [MethodImpl(HotPath.Optimized)]
    public static string Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            byte[] raw = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray();
            // A round trip replaces lone surrogates, which no UTF-8 can hold.
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Unescape(Encoding.UTF8.GetString(raw))));
        }
    }

    /// <summary>Reads the number that the reader stands on as the text that stands in the answer.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>Its digits.</returns>
    public static string ReadNumber(ref Utf8JsonReader reader) =>
        reader.TryGetInt64(out long whole)
            ? whole.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray());

    /// <summary>Resolves JSON's escapes, which the reader has found to be well formed.</summary>
    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] != '\\')
            {
                plain.Append(text[index]);
                continue;
            }

            char escaped = text[++index];
            plain.Append(escaped switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\b',
                'f' => '\f',
                'u' => (char)Convert.ToUInt16(text.Substring(index + 1, 4), 16),
                _ => escaped,
            });
            index += escaped == 'u' ? 4 : 0;
        }

        return plain.ToString();
    }
}
