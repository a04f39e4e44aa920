using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace IntercomPS.ModuleTests.Export;

/// <summary>Reads CSV as RFC 4180 has it and as strictly: CRLF line ends, quoted where needed, as many cells in each record.</summary>
/// <remarks>Of our own on purpose: the library that wrote the files would forgive its own mistakes.</remarks>
internal static class CsvFile
{
    /// <summary>The header and the rows of a file in UTF-8 with a byte order mark.</summary>
    internal static (string[] Header, List<Dictionary<string, string>> Rows) Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (!bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
        {
            throw new InvalidDataException("The file has no byte order mark.");
        }

        string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, 3, bytes.Length - 3);
        List<string[]> records = Records(text);
        string[] header = records[0];
        return (header, [.. records.Skip(1).Select(record => header.Zip(record).ToDictionary(cell => cell.First, cell => cell.Second))]);
    }

    private static List<string[]> Records(string text)
    {
        var records = new List<string[]>();
        var cells = new List<string>();
        int at = 0;
        while (at < text.Length)
        {
            cells.Add(text[at] == '"' ? Quoted(text, ref at) : Plain(text, ref at));
            if (at < text.Length && text[at] == ',')
            {
                at++;
                continue;
            }

            at = string.CompareOrdinal(text, at, "\r\n", 0, 2) == 0 ? at + 2 : throw new InvalidDataException($"No line end at {at}.");
            records.Add([.. cells]);
            cells.Clear();
            if (records[^1].Length != records[0].Length)
            {
                throw new InvalidDataException($"Record {records.Count} has {records[^1].Length} cells.");
            }
        }

        return cells.Count == 0 ? records : throw new InvalidDataException("The last record has no line end.");
    }

    private static string Plain(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && text[at] is not (',' or '\r' or '\n'))
        {
            if (text[at++] == '"')
            {
                throw new InvalidDataException($"A quote within an unquoted cell at {at}.");
            }
        }

        return text[start..at];
    }

    private static string Quoted(string text, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; ; at++)
        {
            if (text[at] == '"' && (at + 1 == text.Length || text[++at] != '"'))
            {
                return cell.ToString();
            }

            cell.Append(text[at]);
        }
    }
}
