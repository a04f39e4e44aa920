using System;
using System.Text.Json;

namespace IntercomPS.Sandbox.Json;

/// <summary>Writes values that may be missing.</summary>
internal static class JsonWriterExtensions
{
    public static void WriteOptional(this Utf8JsonWriter json, ReadOnlySpan<byte> name, long? value)
    {
        if (value is long number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
