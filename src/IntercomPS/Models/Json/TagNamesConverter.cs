using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>Reads the names of a part's tags from an array of tags, or from an object that holds one under "tags".</summary>
internal sealed class TagNamesConverter : JsonConverter<List<string>?>
{
    public override List<string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        int depth = reader.CurrentDepth;
        if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
        {
            reader.SkipValue();
            return null;
        }

        // An item's own name, not that of something within it: array, item, name; or object, "tags", array, item, name.
        int nameDepth = depth + (reader.TokenType == JsonTokenType.StartArray ? 2 : 3);
        var names = new List<string>();
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == nameDepth && reader.ValueTextEquals("name"u8))
            {
                reader.Read();
                if (reader.TokenType == JsonTokenType.String)
                {
                    names.Add(LenientText.Read(ref reader));
                }
            }
        }

        return names;
    }

    public override void Write(Utf8JsonWriter writer, List<string>? value, JsonSerializerOptions options) =>
        PlainJson.Write(writer, value);
}
