using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;

namespace IntercomPS.Export.Journal;

/// <summary>Reads journals. A line that was not finished, or is damaged, ends what is read: the lines before it hold.</summary>
internal static class JournalReader
{
    private const int LongestLine = 64 * 1024 * 1024;
    private const int PieceSize = 64 * 1024;

    /// <summary>Reads a journal from its start.</summary>
    /// <param name="stream">The journal.</param>
    /// <param name="path">Its path, for the error.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="JournalException">It is no journal, or that of another version.</exception>
    public static JournalContent Read(Stream stream, string path)
    {
        var entries = new List<JournalEntry>();
        JournalHeader? header = null;
        long headerEnd = 0;
        long end = 0;
        try
        {
            foreach (byte[] line in Lines(stream))
            {
                end += line.Length;
                if (header is null)
                {
                    header = Parse(line, JournalElements.ReadHeader);
                    headerEnd = end;
                }
                else if (TryReadEntry(line, end) is { } entry)
                {
                    entries.Add(entry);
                }
                else
                {
                    break;
                }
            }

            return header is not null || IsBeginning(stream)
                ? new JournalContent(header, entries, headerEnd)
                : throw new FormatException("it is no journal of an export");
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            throw new JournalException(
                JournalProblem.Unreadable,
                path,
                $"The journal '{path}' cannot be used: {exception.Message.TrimEnd('.')}. Choose another path, or delete it and run the export again.",
                exception);
        }
    }

    private static T Parse<T>(byte[] line, Func<JsonElement, T> read)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        return read(document.RootElement);
    }

    private static JournalEntry? TryReadEntry(byte[] line, long end)
    {
        try
        {
            return Parse(line, element => JournalElements.ReadEntry(element, end));
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            return null; // damaged, say by a power cut: what stands before it holds
        }
    }

    /// <summary>Whole lines with their ends; what follows the last end is left out.</summary>
    private static IEnumerable<byte[]> Lines(Stream stream)
    {
        stream.Position = 0;
        using var line = new MemoryStream();
        byte[] piece = new byte[PieceSize];
        for (int read = stream.Read(piece, 0, piece.Length); read > 0; read = stream.Read(piece, 0, piece.Length))
        {
            int start = 0;
            for (int end = Array.IndexOf(piece, (byte)'\n', start, read - start); end >= 0; end = Array.IndexOf(piece, (byte)'\n', start, read - start))
            {
                line.Write(piece, start, end + 1 - start);
                yield return line.ToArray();
                line.SetLength(0);
                start = end + 1;
            }

            line.Write(piece, start, read - start);
            if (line.Length > LongestLine)
            {
                throw new FormatException("a line of it is too long");
            }
        }
    }

    /// <summary>Whether what is there, without the end of a line, is how a journal begins.</summary>
    private static bool IsBeginning(Stream stream)
    {
        byte[] start = new byte[Math.Min(stream.Length, JournalFormat.Beginning.Length)];
        stream.Position = 0;
        int length = stream.Read(start, 0, start.Length);
        return JournalFormat.Beginning.StartsWith(Encoding.UTF8.GetString(start, 0, length), StringComparison.Ordinal);
    }
}
