using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IntercomPS.Models.Json;

/// <summary>Reads values that the API may write in more than one form; what makes no sense is passed over, and null.</summary>
/// <remarks>
/// One odd value in one field of one conversation must not cost a page of 150. Ids are typed integer in
/// some schemas of the API and string in others. The reader stands on a value when a method is called,
/// and on its last token afterwards.
/// </remarks>
internal static class LenientReading
{
    /// <summary>Reads an object's next property name; where there is none, the object is over.</summary>
    /// <param name="reader">The reader, on the object's start or on the end of a value in it.</param>
    /// <param name="name">The name, still as bytes.</param>
    /// <returns>False at the object's end. When true, the reader stands on the property's value.</returns>
    [MethodImpl(HotPath.Optimized)]
    public static bool ReadProperty(this ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            name = default;
            return false;
        }

        name = reader.ValueSpan;
        reader.Read();
        return true;
    }

    /// <summary>Whether the reader stands on an object; any other value is passed over.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>True on an object's start.</returns>
    public static bool IsObject(this ref Utf8JsonReader reader) => IsStart(ref reader, JsonTokenType.StartObject);

    /// <summary>Reads an array's objects, leaving out items that are none.</summary>
    /// <typeparam name="T">What an item becomes.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <param name="read">Reads one item.</param>
    /// <returns>The items; empty where there is no array.</returns>
    [MethodImpl(HotPath.Optimized)]
    public static T[] ReadList<T>(this ref Utf8JsonReader reader, ItemReader<T> read)
    {
        if (!IsStart(ref reader, JsonTokenType.StartArray))
        {
            return Array.Empty<T>();
        }

        List<T>? items = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.IsObject())
            {
                (items ??= []).Add(read(ref reader));
            }
        }

        return items?.ToArray() ?? Array.Empty<T>();
    }

    /// <summary>Reads a list that the API wraps in an object: {"type": …, "tags": [ … ]}.</summary>
    /// <typeparam name="T">What an item becomes.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <param name="listName">The name of the list in the object.</param>
    /// <param name="read">Reads one item.</param>
    /// <returns>The items; empty where there is no such list.</returns>
    [MethodImpl(HotPath.Optimized)]
    public static T[] ReadListIn<T>(this ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> listName, ItemReader<T> read)
    {
        T[] items = Array.Empty<T>();
        if (reader.IsObject())
        {
            while (reader.ReadProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual(listName))
                {
                    items = reader.ReadList(read);
                }
                else
                {
                    reader.Skip();
                }
            }
        }

        return items;
    }

    /// <summary>Reads a text, a number or a boolean as a text.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The text; null where there is none.</returns>
    [MethodImpl(HotPath.Optimized)]
    public static string? ReadText(this ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return LenientText.Read(ref reader);
            case JsonTokenType.Number:
                return LenientText.ReadNumber(ref reader);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>Reads a whole number, also one that is written as a text or with a fraction.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The number; null where there is none.</returns>
    [MethodImpl(HotPath.Optimized)]
    public static long? ReadWhole(this ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetInt64(out long whole) ? whole
                    : reader.TryGetDouble(out double fraction) && fraction is >= long.MinValue and < long.MaxValue ? (long)fraction : null;
            case JsonTokenType.String:
                return long.TryParse(LenientText.Read(ref reader), NumberStyles.Integer, CultureInfo.InvariantCulture, out long parsed) ? parsed : null;
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>Reads a number, also one that is written as a text.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The number; null where there is none.</returns>
    public static double? ReadNumber(this ref Utf8JsonReader reader) =>
        double.TryParse(reader.ReadText(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsInfinity(number) && !double.IsNaN(number)
            ? number
            : null;

    /// <summary>Reads a list of texts or numbers as texts.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The texts; empty where there is no list.</returns>
    public static string[] ReadTexts(this ref Utf8JsonReader reader)
    {
        if (!IsStart(ref reader, JsonTokenType.StartArray))
        {
            return Array.Empty<string>();
        }

        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.ReadText() is { } text)
            {
                texts.Add(text);
            }
        }

        return texts.ToArray();
    }

    /// <summary>Reads a count.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The count; null where there is none, or none that makes sense.</returns>
    public static int? ReadCount(this ref Utf8JsonReader reader) => UnixTime.ToCount(reader.ReadWhole());

    /// <summary>Reads a time in Unix seconds.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The time in UTC; null where there is none.</returns>
    public static DateTimeOffset? ReadTime(this ref Utf8JsonReader reader) => UnixTime.ToTime(reader.ReadWhole());

    /// <summary>Reads a duration in seconds.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The duration; null where there is none.</returns>
    public static TimeSpan? ReadDuration(this ref Utf8JsonReader reader) => UnixTime.ToDuration(reader.ReadWhole());

    /// <summary>Reads a boolean, also one that is written as a text.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The boolean; null where there is none.</returns>
    [MethodImpl(HotPath.Optimized)]
    public static bool? ReadFlag(this ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.String:
                return bool.TryParse(LenientText.Read(ref reader), out bool parsed) ? parsed : null;
            default:
                reader.Skip();
                return null;
        }
    }

    private static bool IsStart(ref Utf8JsonReader reader, JsonTokenType start)
    {
        if (reader.TokenType == start)
        {
            return true;
        }

        reader.Skip();
        return false;
    }
}
