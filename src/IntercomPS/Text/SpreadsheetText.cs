using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using IntercomPS.Models.Json;

namespace IntercomPS.Text;

/// <summary>Makes texts of strangers safe to open in a spreadsheet.</summary>
/// <remarks>
/// Source: OWASP, CSV Injection. CsvHelper 34 has such a guard, but it looks at the very first
/// character only and takes no other than ASCII, while Excel runs the full-width signs too and
/// skips blanks before a sign.
/// </remarks>
internal static class SpreadsheetText
{
    /// <summary>Puts an apostrophe before a text that a spreadsheet could run as a formula, and removes its control characters.</summary>
    /// <param name="text">The text of one cell.</param>
    /// <returns>The safe text, line breaks and tabs kept: the same instance where there was nothing to do.</returns>
    [MethodImpl(HotPath.Optimized)]
    public static string Neutralize(string text)
    {
        string clean = WithoutControls(text);
        return MayBeFormula(clean) ? "'" + clean : clean;
    }

    private static bool MayBeFormula(string text)
    {
        int index = 0;
        while (index < text.Length && IsInvisible(text[index]))
        {
            index++;
        }

        if (index > 0 && text[0] is '\t' or '\r' or '\n')
        {
            return true;
        }

        return index < text.Length && text[index] is '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';
    }

    private static bool IsInvisible(char character) =>
        char.IsWhiteSpace(character) || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format;

    private static string WithoutControls(string text)
    {
        int length = 0;
        while (length < text.Length && !IsUnwanted(text[length]))
        {
            length++;
        }

        if (length == text.Length)
        {
            return text;
        }

        var clean = new StringBuilder(text, 0, length, text.Length);
        for (int index = length; index < text.Length; index++)
        {
            if (!IsUnwanted(text[index]))
            {
                clean.Append(text[index]);
            }
        }

        return clean.ToString();
    }

    private static bool IsUnwanted(char character) =>
        (character < ' ' && character is not ('\t' or '\n' or '\r')) || character is >= '\u007F' and <= '\u009F';
}
