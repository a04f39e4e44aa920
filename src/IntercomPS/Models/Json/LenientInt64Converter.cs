using System;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>Reads a whole number that the API may also write as a text or with a fraction; anything else is null.</summary>
internal sealed class LenientInt64Converter : JsonConverter<long?>
{
    public override bool HandleNull => true;

    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetInt64(out long whole) ? whole : reader.TryGetDouble(out double fraction) ? FromFraction(fraction) : null;
            case JsonTokenType.String:
                return long.TryParse(LenientText.Read(ref reader), NumberStyles.Integer, CultureInfo.InvariantCulture, out long parsed)
                    ? parsed
                    : null;
            default:
                reader.SkipValue();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static long? FromFraction(double value) =>
        value is >= long.MinValue and < long.MaxValue ? (long)value : null;
}
