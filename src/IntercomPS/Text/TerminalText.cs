using System.Text;

namespace IntercomPS.Text;

/// <summary>Makes texts of strangers safe to show in a terminal.</summary>
public static class TerminalText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// Puts a text on one line and takes from it what a terminal would obey: line breaks and tabs
    /// become one space, other C0 characters their visible pictures (U+2400 to U+2421), C1 characters
    /// and halves of surrogate pairs U+FFFD; bidirectional embeddings, overrides and isolates go.
    /// </summary>
    /// <param name="text">The text; null counts as empty.</param>
    /// <returns>The safe text: the same instance where there was nothing to do.</returns>
    public static string Sanitize(string? text)
    {
        int clean = CleanLength(text);
        if (clean == (text?.Length ?? 0))
        {
            return text ?? string.Empty;
        }

        var safe = new StringBuilder(text, 0, clean, text!.Length + 8);
        for (int index = clean; index < text.Length; index++)
        {
            char character = text[index];
            if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                safe.Append(character).Append(text[++index]);
            }
            else if (!IsBidiControl(character))
            {
                AppendSafe(safe, character);
            }
        }

        return safe.ToString();
    }

    private static int CleanLength(string? text)
    {
        int length = 0;
        while (text is not null && length < text.Length && !MustChange(text[length]))
        {
            length++;
        }

        return length;
    }

    private static bool MustChange(char character) =>
        char.IsControl(character) || char.IsSurrogate(character) || IsLineBreak(character) || IsBidiControl(character);

    private static void AppendSafe(StringBuilder safe, char character)
    {
        if (IsLineBreak(character) || character == '\t')
        {
            if (safe.Length > 0 && safe[safe.Length - 1] != ' ')
            {
                safe.Append(' ');
            }

            return;
        }

        safe.Append(character switch
        {
            < ' ' => (char)('\u2400' + character),
            '\u007F' => '\u2421',
            >= '\u0080' and <= '\u009F' => Replacement,
            _ when char.IsSurrogate(character) => Replacement,
            _ => character,
        });
    }

    private static bool IsLineBreak(char character) => character is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsBidiControl(char character) => character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
