using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using CsvHelper;
using IntercomPS.Text;

namespace IntercomPS.Reporting;

/// <summary>Copies tables into one CSV file that is safe to open in a spreadsheet: RFC 4180, UTF-8 with byte order mark, formulas neutralised.</summary>
/// <remarks>Row by row, so that memory stays flat. Numbers stay numbers, the negative ones too, which look like formulas.</remarks>
internal sealed class ReportingTable : IDisposable
{
    private const int LargestRow = 64 * 1024 * 1024;
    private const int RowsBetweenLooks = 500;

    private static readonly CsvReaderOptions ReaderOptions = new()
    {
        Separator = ',',
        HasHeader = false,
        MaxRecordSize = LargestRow,
        IncludeValuesInExceptions = false,
        OnMalformedRecord = record =>
        {
            // A quote within a text is read as it is; a text without an end means that the file was cut short.
            if (record.Reason == CsvMalformedReason.UnterminatedQuote)
            {
                throw new InvalidDataException("The table was cut short within a text.");
            }
        },
    };

    private readonly Stream _target;
    private readonly bool _asIs;
    private readonly Action<long> _told;
    private readonly CsvWriter? _csv;
    private string[]? _header;

    /// <summary>Begins the file.</summary>
    /// <param name="target">Where to write; stays open.</param>
    /// <param name="asIs">Whether the bytes are taken as they are.</param>
    /// <param name="told">Told how many rows there are so far.</param>
    public ReportingTable(Stream target, bool asIs, Action<long> told)
    {
        _target = target;
        _asIs = asIs;
        _told = told;
        _csv = asIs ? null : CsvWriter.Create(
            target, new CsvWriterOptions { WriteByteOrderMark = true, NewLine = "\r\n", ValidateFieldCount = false }, leaveOpen: true);
    }

    /// <summary>How many rows were copied, the header left out.</summary>
    public long Rows { get; private set; }

    /// <summary>Copies a table; a second one must have the same header, which is not repeated.</summary>
    /// <param name="content">The table.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InvalidDataException">The table is broken or does not go with the ones before it.</exception>
    public void Append(Stream content, CancellationToken cancellationToken)
    {
        if (_asIs && _header is not null)
        {
            throw new InvalidDataException("There are several tables in the archive, which can be joined without -AsIs only.");
        }

        using CsvReader reader = CsvReader.Create(_asIs ? new CopyingStream(content, _target) : content, ReaderOptions, leaveOpen: true);
        if (!Read(reader))
        {
            return;
        }

        TakeHeader(Cells(reader).ToArray());
        while (Read(reader))
        {
            Write(Cells(reader));
            Rows++;
            if (Rows % RowsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _told(Rows);
            }
        }
    }

    /// <summary>Hands all that is held back to the stream. Nothing can be written afterwards.</summary>
    public void Dispose() => _csv?.Dispose();

    private static bool Read(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException exception)
        {
            throw new InvalidDataException("The table is broken: " + exception.Message, exception);
        }
    }

    private static IEnumerable<string> Cells(CsvReader reader)
    {
        for (int at = 0; at < reader.FieldCount; at++)
        {
            yield return reader.GetString(at);
        }
    }

    private void TakeHeader(string[] header)
    {
        if (_header is null)
        {
            _header = header;
            Write(header);
        }
        else if (!header.SequenceEqual(_header, StringComparer.Ordinal))
        {
            throw new InvalidDataException("The tables in the archive have different columns.");
        }
    }

    private void Write(IEnumerable<string> cells)
    {
        if (_csv is null)
        {
            return;
        }

        foreach (string cell in cells)
        {
            _csv.WriteField(IsNumber(cell) ? cell : SpreadsheetText.Neutralize(cell));
        }

        _csv.EndRecord();
    }

    private static bool IsNumber(string text)
    {
        int start = text.Length > 0 && text[0] == '-' ? 1 : 0;
        int point = text.IndexOf('.', start);
        int end = point < 0 ? text.Length : point;
        return HasDigitsOnly(text, start, end) && (point < 0 || HasDigitsOnly(text, point + 1, text.Length));
    }

    private static bool HasDigitsOnly(string text, int start, int end)
    {
        for (int at = start; at < end; at++)
        {
            if (text[at] is < '0' or > '9')
            {
                return false;
            }
        }

        return end > start;
    }
}
