using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using IntercomPS.Text;

namespace IntercomPS.Filtering;

/// <summary>Shows a place of a filter as PowerShell shows one: its line, with tildes below.</summary>
internal static class SpotDiagram
{
    private const int MaxWidth = 100;
    private const int WidthBefore = 40;

    /// <summary>Draws a place.</summary>
    /// <param name="spot">The place.</param>
    /// <returns>Three lines: where it is, the filter's line, the tildes.</returns>
    public static string Of(FilterSpot spot)
    {
        (int from, int to) = Window(spot);
        var line = new StringBuilder(from > spot.LineStart ? "…" : string.Empty);
        int before = line.Length;
        int under = 0;
        foreach ((int index, string cell) in Cells(spot.Source, from, to))
        {
            line.Append(cell);
            before += index < spot.Start ? Width(cell) : 0;
            under += index >= spot.Start && index < spot.End ? Width(cell) : 0;
        }

        line.Append(to < spot.LineEnd ? "…" : string.Empty);
        return string.Format(
            CultureInfo.InvariantCulture,
            "At line {0}, column {1}:\n  {2}\n  {3}{4}",
            spot.Line,
            spot.Column,
            line,
            new string(' ', before),
            new string('~', Math.Max(1, under)));
    }

    private static (int From, int To) Window(FilterSpot spot)
    {
        int from = spot.LineEnd - spot.LineStart <= MaxWidth ? spot.LineStart : Math.Max(spot.LineStart, spot.Start - WidthBefore);
        int to = Math.Min(spot.LineEnd, from + MaxWidth);
        from -= from > spot.LineStart && char.IsLowSurrogate(spot.Source[from]) ? 1 : 0;
        to -= to < spot.LineEnd && char.IsLowSurrogate(spot.Source[to]) ? 1 : 0;
        return (from, to);
    }

    private static IEnumerable<(int Index, string Cell)> Cells(string source, int from, int to)
    {
        for (int index = from; index < to; index++)
        {
            int length = char.IsHighSurrogate(source[index]) && index + 1 < to && char.IsLowSurrogate(source[index + 1]) ? 2 : 1;

            // By itself, a tab would be taken away.
            yield return (index, source[index] == '\t' ? " " : TerminalText.Sanitize(source.Substring(index, length)));
            index += length - 1;
        }
    }

    /// <summary>How many columns a terminal gives a character: none to marks, two to East Asian characters and emoji.</summary>
    private static int Width(string cell)
    {
        if (cell.Length == 0)
        {
            return 0;
        }

        UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(cell, 0);
        return category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            ? 0
            : IsWide(cell.Length == 2 ? char.ConvertToUtf32(cell, 0) : cell[0]) ? 2 : 1;
    }

    private static bool IsWide(int character) => character
        is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
