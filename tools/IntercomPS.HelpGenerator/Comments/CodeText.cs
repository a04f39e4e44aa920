using System;
using System.Linq;

namespace IntercomPS.HelpGenerator.Comments;

/// <summary>The text of a <c>&lt;code&gt;</c> element without the indentation that the comment gave it.</summary>
internal static class CodeText
{
    /// <returns>Lines joined with \n, without the indentation common to all and without empty lines around.</returns>
    public static string Unindent(string text)
    {
        string[] lines = [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())];
        string[] written = [.. lines.Where(line => line.Length > 0)];
        if (written.Length == 0)
        {
            return string.Empty;
        }

        // Text that starts on the line of the tag has lost its own indentation.
        bool startsOnTag = lines[0].Length > 0 && lines.Length > 1;
        int indentation = (startsOnTag && written.Length > 1 ? written.Skip(1) : written).Min(Indentation);
        return string.Join('\n', lines.Select(line => line[Math.Min(indentation, Indentation(line))..])).Trim('\n');
    }

    private static int Indentation(string line) => line.Length - line.TrimStart().Length;
}
