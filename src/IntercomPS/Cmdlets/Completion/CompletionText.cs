using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text;
using IntercomPS.Text;

namespace IntercomPS.Cmdlets.Completion;

/// <summary>Makes of names what Tab puts on the command line: quoted where they need it, whatever is in them.</summary>
internal static class CompletionText
{
    /// <summary>Completes a word.</summary>
    /// <param name="word">What stands there so far, perhaps with a quote in front.</param>
    /// <param name="names">The names that there are, each with what its tip says.</param>
    /// <returns>The names that begin with the word, then those that hold it, whatever their capitals.</returns>
    public static IEnumerable<CompletionResult> Complete(string? word, IEnumerable<(string Name, string Tip)> names)
    {
        string sought = Unquote(word ?? string.Empty);
        return names
            .Where(candidate => candidate.Name.Length > 0)
            .Select(candidate => (candidate.Name, candidate.Tip, At: candidate.Name.IndexOf(sought, StringComparison.OrdinalIgnoreCase)))
            .Where(candidate => candidate.At >= 0)
            .OrderBy(candidate => candidate.At == 0 ? 0 : 1)
            .ThenBy(candidate => candidate.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(candidate => new CompletionResult(
                Quote(candidate.Name), Shown(candidate.Name, candidate.Name), CompletionResultType.ParameterValue, Shown(candidate.Tip, candidate.Name)));
    }

    /// <summary>Writes a name so that the parser reads that very name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The name itself, in quotes, or with its control characters as expressions, so that none gets onto the command line.</returns>
    public static string Quote(string name)
    {
        if (name.Any(MustBeWritten))
        {
            return WriteControls(name);
        }

        return char.IsLetter(name[0]) && name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.')
            ? name
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(name)}'";
    }

    private static string WriteControls(string name)
    {
        var text = new StringBuilder("\"");
        foreach (char letter in name)
        {
            if (MustBeWritten(letter))
            {
                text.Append("$([char]").Append((int)letter).Append(')');
            }
            else
            {
                // The parser takes typographic double quotes for plain ones.
                text.Append(letter is '"' or '$' or '`' or '\u201C' or '\u201D' or '\u201E' ? "`" : string.Empty).Append(letter);
            }
        }

        return text.Append('"').ToString();
    }

    /// <summary>What the terminal would obey, and what the view of it leaves out or shows otherwise.</summary>
    private static bool MustBeWritten(char letter) =>
        char.IsControl(letter) || letter is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static string Shown(string text, string name)
    {
        string safe = TerminalText.Sanitize(text);
        return safe.Trim().Length > 0 ? safe : Quote(name); // the engine takes no empty text
    }

    private static string Unquote(string word) =>
        word.Length > 0 && (word[0] is '\'' or '"') ? word.Substring(1).TrimEnd(word[0]).Replace("''", "'") : word;
}
