using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntercomPS.Export;

/// <summary>Writes conversations as JSON objects: one a line, or all in one array.</summary>
internal sealed class JsonConversationWriter : IConversationWriter
{
    private static readonly JsonEncodedText Parts = JsonEncodedText.Encode("parts");

    private readonly StreamBuffer _buffer;
    private readonly Utf8JsonWriter _json;
    private readonly JsonCells _cells;
    private readonly JsonRow<Conversation> _row;
    private readonly JsonRow<ConversationPart>? _partRow;
    private readonly bool _isArray;
    private bool _hasRows;

    /// <summary>Begins the file.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    /// <param name="columns">The conversations' columns.</param>
    /// <param name="includeParts">Whether each row has its parts as an array.</param>
    /// <param name="isArray">True for one array, false for a line an object.</param>
    /// <param name="hasRows">Whether the stream holds rows already.</param>
    public JsonConversationWriter(
        Stream stream, IReadOnlyList<ExportColumn<Conversation>> columns, bool includeParts, bool isArray, bool hasRows = false)
    {
        _hasRows = hasRows;
        _buffer = new StreamBuffer(stream);
        _json = new Utf8JsonWriter(_buffer, JsonOptions);
        _cells = new JsonCells(_json);
        _row = new JsonRow<Conversation>(columns);
        _partRow = includeParts ? new JsonRow<ConversationPart>(PartColumns.All) : null;
        _isArray = isArray;
    }

    /// <summary>
    /// The relaxed encoder keeps every script readable and escapes quotes, backslashes and control
    /// characters. What it leaves (angle brackets, ampersands) is harmful only inside of HTML.
    /// </summary>
    public static JsonWriterOptions JsonOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public long PartRows { get; private set; }

    /// <inheritdoc/>
    public void Write(Conversation conversation)
    {
        WriteRaw(_isArray ? (_hasRows ? ",\n"u8 : "[\n"u8) : default);
        _hasRows = true;

        _json.WriteStartObject();
        _row.Write(conversation, _json, _cells);
        if (_partRow is not null)
        {
            WriteParts(conversation, _partRow);
        }

        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        WriteRaw(_isArray ? default : "\n"u8);
    }

    /// <inheritdoc/>
    public void Flush() => _buffer.Flush();

    /// <inheritdoc/>
    public void Complete()
    {
        WriteRaw(_isArray ? (_hasRows ? "\n]\n"u8 : "[]\n"u8) : default);
        _buffer.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void WriteParts(Conversation conversation, JsonRow<ConversationPart> row)
    {
        _json.WritePropertyName(Parts);
        if (!conversation.HasParts)
        {
            _json.WriteNullValue();
            return;
        }

        _json.WriteStartArray();
        foreach (ConversationPart part in conversation.Parts)
        {
            _json.WriteStartObject();
            row.Write(part, _json, _cells);
            _json.WriteEndObject();
            PartRows++;
        }

        _json.WriteEndArray();
    }

    private void WriteRaw(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.IsEmpty)
        {
            _buffer.Write(utf8);
        }
    }
}
