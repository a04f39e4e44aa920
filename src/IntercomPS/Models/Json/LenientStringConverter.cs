using System;
using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>Reads a text that the API may also write as a number or a boolean; anything else is null.</summary>
/// <remarks>Ids are typed integer in some schemas of the API and string in others.</remarks>
internal sealed class LenientStringConverter : JsonConverter<string?>
{
    public override bool HandleNull => true;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return LenientText.Read(ref reader);
            case JsonTokenType.Number:
                return RawNumber(ref reader);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                reader.SkipValue();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    /// <summary>Reads a number as the text that stands in the answer.</summary>
    /// <param name="reader">The reader, on a number.</param>
    /// <returns>Its digits.</returns>
    public static string RawNumber(ref Utf8JsonReader reader) =>
        reader.TryGetInt64(out long whole)
            ? whole.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : System.Text.Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray());
}
