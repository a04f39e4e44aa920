using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace IntercomPS.Models.Json;

/// <summary>Writes plain .NET values (dictionaries, lists, texts, numbers, booleans, times) as JSON.</summary>
internal static class PlainJson
{
    /// <summary>Writes one value and all that is in it.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value; a type that JSON has no form for is written as its invariant text.</param>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool boolean:
                writer.WriteBooleanValue(boolean);
                break;
            case int or long or short or byte:
                writer.WriteNumberValue(System.Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double or float when IsFinite(System.Convert.ToDouble(value, CultureInfo.InvariantCulture)):
                writer.WriteNumberValue(System.Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case IDictionary map:
                WriteMap(writer, map);
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (object? item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(System.Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    private static void WriteMap(Utf8JsonWriter writer, IDictionary map)
    {
        writer.WriteStartObject();
        foreach (DictionaryEntry entry in map)
        {
            writer.WritePropertyName(System.Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? string.Empty);
            Write(writer, entry.Value);
        }

        writer.WriteEndObject();
    }
}
