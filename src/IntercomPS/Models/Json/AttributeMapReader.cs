using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IntercomPS.Models.Json;

/// <summary>Reads a map of attributes with values of any kind into plain .NET values, so that no JSON type leaves the module.</summary>
/// <remarks>Texts become string, numbers long or double, arrays lists, objects dictionaries.</remarks>
internal static class AttributeMapReader
{
    /// <summary>Reads a map.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The map; null where there is none.</returns>
    public static Dictionary<string, object?>? Read(ref Utf8JsonReader reader) => reader.IsObject() ? ReadMap(ref reader) : null;

    /// <summary>Reads a map.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The map; the shared empty one where there is none.</returns>
    public static IReadOnlyDictionary<string, object?> ReadOrEmpty(ref Utf8JsonReader reader) =>
        Read(ref reader) is { Count: > 0 } map ? map : Conversation.NoAttributes;

    [MethodImpl(HotPath.Optimized)]
    private static Dictionary<string, object?> ReadMap(ref Utf8JsonReader reader)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = LenientText.Read(ref reader);
            reader.Read();
            map[name] = ReadValue(ref reader);
        }

        return map;
    }

    /// <remarks>A number beyond double's range is infinite on .NET, an error on .NET Framework, and no number in JSON: it stays a text.</remarks>
    private static object ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out long whole))
        {
            return whole;
        }

        return reader.TryGetDouble(out double number) && !double.IsInfinity(number) ? number : LenientText.ReadNumber(ref reader);
    }

    [MethodImpl(HotPath.Optimized)]
    private static object? ReadValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return LenientText.Read(ref reader);
            case JsonTokenType.Number:
                return ReadNumber(ref reader);
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.StartObject:
                return ReadMap(ref reader);
            case JsonTokenType.StartArray:
                var list = new List<object?>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Add(ReadValue(ref reader));
                }

                return list;
            default:
                return null;
        }
    }
}
