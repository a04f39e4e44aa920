using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>Reads an object; where the API writes anything else in its place, null instead of a page that cannot be read.</summary>
/// <typeparam name="T">The contract class of the object.</typeparam>
internal sealed class LenientObjectConverter<T> : JsonConverter<T?>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return ((JsonConverter<T>)options.GetConverter(typeof(T))).Read(ref reader, typeof(T), options);
        }

        reader.SkipValue();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) =>
        ((JsonConverter<T>)options.GetConverter(typeof(T))).Write(writer, value!, options);
}
