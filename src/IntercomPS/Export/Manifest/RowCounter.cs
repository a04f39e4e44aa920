using System;

namespace IntercomPS.Export.Manifest;

/// <summary>Counts the rows of an export's file in one pass over its bytes: records of CSV but the header, lines, or items of an array.</summary>
internal sealed class RowCounter
{
    private readonly ExportFormat _format;
    private long _ended;
    private int _depth;
    private bool _quoted;
    private bool _escaped;
    private bool _open;

    public RowCounter(ExportFormat format)
    {
        _format = format;
    }

    /// <summary>The rows so far, an unended last one included.</summary>
    public long Rows => _format switch
    {
        ExportFormat.Csv => Math.Max(0, Records - 1),
        ExportFormat.JsonLines => Records,
        _ => _ended,
    };

    private long Records => _ended + (_open ? 1 : 0);

    /// <summary>Goes on with the next bytes of the file.</summary>
    /// <param name="bytes">The bytes.</param>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            switch (_format)
            {
                case ExportFormat.Csv:
                    AddToTable(value);
                    break;
                case ExportFormat.JsonLines:
                    AddToLines(value);
                    break;
                default:
                    AddToArray(value);
                    break;
            }
        }
    }

    /// <summary>A doubled quote within a cell ends it and begins it anew, which comes to the same.</summary>
    private void AddToTable(byte value)
    {
        _quoted ^= value == '"';
        AddToLines(value, ends: !_quoted);
    }

    private void AddToLines(byte value, bool ends = true)
    {
        bool end = value == '\n' && ends;
        _ended += end ? 1 : 0;
        _open = !end;
    }

    private void AddToArray(byte value)
    {
        if (_quoted)
        {
            _quoted = _escaped || value != '"';
            _escaped = !_escaped && value == '\\';
            return;
        }

        switch ((char)value)
        {
            case '"':
                _quoted = true;
                break;
            case '{' or '[':
                _depth++;
                break;
            case '}' or ']':
                _depth--;
                _ended += _depth == 1 ? 1 : 0;
                break;
        }
    }
}
