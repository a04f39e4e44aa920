using System;
using System.Collections.Generic;
using System.Text.Json;
using IntercomPS.Models.Json;

namespace IntercomPS.Export;

/// <summary>Writes an export's values as JSON: numbers as numbers, lists as arrays, missing ones as null.</summary>
internal sealed class JsonCells : ICellWriter
{
    private readonly Utf8JsonWriter _json;

    public JsonCells(Utf8JsonWriter json) => _json = json;

    /// <inheritdoc/>
    public void WriteText(string? value) => _json.WriteStringValue(value);

    /// <inheritdoc/>
    public void WriteNumber(long? value)
    {
        if (value is { } number)
        {
            _json.WriteNumberValue(number);
        }
        else
        {
            _json.WriteNullValue();
        }
    }

    /// <inheritdoc/>
    public void WriteBoolean(bool? value)
    {
        if (value is { } boolean)
        {
            _json.WriteBooleanValue(boolean);
        }
        else
        {
            _json.WriteNullValue();
        }
    }

    /// <inheritdoc/>
    public void WriteTime(DateTimeOffset? value)
    {
        if (value is { } time)
        {
            _json.WriteStringValue(IsoTime.Format(time, stackalloc byte[IsoTime.BufferLength]));
        }
        else
        {
            _json.WriteNullValue();
        }
    }

    /// <inheritdoc/>
    public void WriteTexts(IReadOnlyList<string>? values)
    {
        if (values is null)
        {
            _json.WriteNullValue();
            return;
        }

        _json.WriteStartArray();
        foreach (string value in values)
        {
            _json.WriteStringValue(value);
        }

        _json.WriteEndArray();
    }

    /// <inheritdoc/>
    public void WriteAttributes(IReadOnlyDictionary<string, object?>? values) => PlainJson.Write(_json, values);
}
