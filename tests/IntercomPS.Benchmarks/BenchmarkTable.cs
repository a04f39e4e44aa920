using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace IntercomPS.Benchmarks;

/// <summary>Collects the figures and prints them.</summary>
internal sealed class BenchmarkTable
{
    private static readonly string[] Header = ["benchmark", "IntercomPS", "baseline", "ratio", "goal", ""];

    private readonly List<BenchmarkLine> _lines = [];
    private readonly List<string> _notes = [];

    /// <summary>Adds a line.</summary>
    public void Add(BenchmarkLine line) => _lines.Add(line);

    /// <summary>Adds a note under the table: how something was measured.</summary>
    public void Note(string text) => _notes.Add(text);

    /// <summary>Prints the table as Markdown, and on what machine it was measured.</summary>
    public void Print(TextWriter output, bool quick)
    {
        List<string[]> rows = [Header, .. _lines.Select(Cells)];
        int[] widths = [.. Enumerable.Range(0, Header.Length).Select(column => rows.Max(row => row[column].Length))];
        output.WriteLine($"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}, {DateTime.UtcNow:yyyy-MM-dd}");
        if (quick)
        {
            output.WriteLine("Quick run: small sizes, few runs. Not for quoting.");
        }

        output.WriteLine();
        WriteRow(output, rows[0], widths);
        WriteRow(output, [.. widths.Select(width => new string('-', width))], widths);
        rows.Skip(1).ToList().ForEach(row => WriteRow(output, row, widths));
        output.WriteLine();
        _notes.ForEach(note => output.WriteLine("- " + note));
    }

    private static string[] Cells(BenchmarkLine line) =>
    [
        line.Name,
        line.Figure,
        line.Baseline ?? string.Empty,
        line.Ratio?.ToString("0.00", CultureInfo.InvariantCulture) ?? string.Empty,
        line.Goal ?? string.Empty,
        line.Goal is null ? string.Empty : line.Met ? "met" : "MISSED",
    ];

    private static void WriteRow(TextWriter output, string[] cells, int[] widths) =>
        output.WriteLine("| " + string.Join(" | ", cells.Select((cell, column) => cell.PadRight(widths[column]))) + " |");
}
