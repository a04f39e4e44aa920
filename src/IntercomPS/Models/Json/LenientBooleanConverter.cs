using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>Reads a boolean that the API may also write as a text; anything else is null.</summary>
internal sealed class LenientBooleanConverter : JsonConverter<bool?>
{
    public override bool HandleNull => true;

    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
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
                reader.SkipValue();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options)
    {
        if (value is { } boolean)
        {
            writer.WriteBooleanValue(boolean);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
