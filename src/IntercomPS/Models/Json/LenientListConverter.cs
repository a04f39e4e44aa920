using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>Reads an array of objects, leaving out items that are none; where the API writes no array, null.</summary>
/// <typeparam name="T">The contract class of an item.</typeparam>
internal sealed class LenientListConverter<T> : JsonConverter<List<T>?>
    where T : class
{
    public override List<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.SkipValue();
            return null;
        }

        var itemConverter = (JsonConverter<T>)options.GetConverter(typeof(T));
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.SkipValue();
            }
            else if (itemConverter.Read(ref reader, typeof(T), options) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }

    public override void Write(Utf8JsonWriter writer, List<T>? value, JsonSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        var itemConverter = (JsonConverter<T>)options.GetConverter(typeof(T));
        writer.WriteStartArray();
        foreach (T item in value)
        {
            itemConverter.Write(writer, item, options);
        }

        writer.WriteEndArray();
    }
}
