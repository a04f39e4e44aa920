using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CsvHelper;
using IntercomPS.Models.Json;
using IntercomPS.Text;

namespace IntercomPS.Export;

/// <summary>Writes rows of one kind as CSV for spreadsheets: RFC 4180, UTF-8 with byte order mark, formulas neutralised.</summary>
/// <typeparam name="TRow">What a row tells of.</typeparam>
internal sealed class CsvTable<TRow> : ICellWriter, IDisposable
{
    private const string ListSeparator = ";";
    private const int BufferSize = 64 * 1024;

    private readonly CsvWriter _csv;
    private readonly ExportColumn<TRow>[] _columns;

    /// <summary>Begins the table with its header line, or goes on with one.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    /// <param name="columns">The columns, in their order.</param>
    /// <param name="goesOn">Whether the stream holds the table's beginning already.</param>
    public CsvTable(Stream stream, IReadOnlyList<ExportColumn<TRow>> columns, bool goesOn = false)
    {
        _columns = [.. columns];
        _csv = CsvWriter.Create(
            stream,
            new CsvWriterOptions
            {
                WriteByteOrderMark = !goesOn,
                NewLine = "\r\n",
                FormatProvider = CultureInfo.InvariantCulture,
                TrueValue = "true",
                FalseValue = "false",
                BufferSize = BufferSize,
            },
            leaveOpen: true);
        if (!goesOn)
        {
            _csv.WriteHeader(Array.ConvertAll(_columns, column => column.Name));
        }
    }

    /// <summary>Writes one row.</summary>
    /// <param name="row">The row.</param>
    [MethodImpl(HotPath.Optimized)]
    public void Write(TRow row)
    {
        foreach (ExportColumn<TRow> column in _columns)
        {
            column.Write(row, this);
        }

        _csv.EndRecord();
    }

    /// <inheritdoc/>
    public void WriteText(string? value) => _csv.WriteField(value is null ? null : SpreadsheetText.Neutralize(value));

    /// <inheritdoc/>
    public void WriteNumber(long? value) => _csv.WriteField(value);

    /// <inheritdoc/>
    public void WriteBoolean(bool? value)
    {
        if (value is { } boolean)
        {
            _csv.WriteField(boolean);
        }
        else
        {
            WriteText(null);
        }
    }

    /// <inheritdoc/>
    public void WriteTime(DateTimeOffset? value)
    {
        if (value is { } time)
        {
            _csv.WriteField(IsoTime.Format(time, stackalloc byte[IsoTime.BufferLength]));
        }
        else
        {
            WriteText(null);
        }
    }

    /// <inheritdoc/>
    public void WriteTexts(IReadOnlyList<string>? values) =>
        WriteText(values is null or { Count: 0 } ? null : values.Count == 1 ? values[0] : string.Join(ListSeparator, values));

    /// <inheritdoc/>
    public void WriteAttributes(IReadOnlyDictionary<string, object?>? values)
    {
        if (values is null or { Count: 0 })
        {
            WriteText(null);
            return;
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonConversationWriter.JsonOptions))
        {
            PlainJson.Write(json, values);
        }

        WriteText(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    /// <summary>Hands all that is held back to the stream.</summary>
    public void Flush() => _csv.Flush();

    /// <summary>Hands all that is held back to the stream. Nothing can be written afterwards.</summary>
    public void Dispose() => _csv.Dispose();
}
