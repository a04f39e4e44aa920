using System.Runtime.CompilerServices;
using IntercomPS.Models.Json;

namespace IntercomPS.Text;

/// <summary>Turns the API's bodies, which are HTML written by strangers, into plain text.</summary>
internal static class PlainText
{
    /// <summary>
    /// Reads a body as a browser would show it: blocks and line breaks become newlines, entities are
    /// decoded, links and images leave their text, script and style leave nothing.
    /// </summary>
    /// <param name="html">A body of the API; null counts as empty. Without any tag it is taken as plain text already, whose line breaks stay.</param>
    /// <returns>Text without control characters (newline and tab excepted), with no more than two newlines in a row and no blank around it.</returns>
    [MethodImpl(HotPath.Optimized)]
    public static string FromHtml(string? html)
    {
        if (string.IsNullOrEmpty(html))
        {
            return string.Empty;
        }

        bool hasTag = HasTag(html!);

        // AngleSharp takes some 80 ms to compile at first use: a text that needs no decoding never loads it.
        if (!hasTag && html!.IndexOf('&') < 0)
        {
            return FromPlain(html);
        }

        return (hasTag ? SimpleHtml.TryRead(html!) : null) ?? new HtmlTextReader(preformatted: !hasTag).Read(html!);
    }

    /// <summary>Cleans a text that holds no markup.</summary>
    /// <param name="text">The text; null counts as empty.</param>
    /// <returns>Text without control characters (newline and tab excepted), with no more than two newlines in a row and no blank around it.</returns>
    [MethodImpl(HotPath.Optimized)]
    public static string FromPlain(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        if (IsClean(text!))
        {
            return text!;
        }

        var flow = new TextFlow(text!.Length);
        flow.AppendPreformatted(text);
        return flow.Finish();
    }

    [MethodImpl(HotPath.Optimized)]
    private static bool IsClean(string text)
    {
        foreach (char character in text)
        {
            if (!TextFlow.IsPlain(character) && character != ' ')
            {
                return false;
            }
        }

        return text[0] != ' ' && text[text.Length - 1] != ' ';
    }

    /// <summary>A less-than sign begins a tag only before a letter, a slash, an exclamation or a question mark (HTML Living Standard, 13.2.5.6).</summary>
    [MethodImpl(HotPath.Optimized)]
    private static bool HasTag(string text)
    {
        int index = text.IndexOf('<');
        while (index >= 0 && index + 1 < text.Length)
        {
            char next = text[index + 1];
            if (next is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '/' or '!' or '?')
            {
                return true;
            }

            index = text.IndexOf('<', index + 1);
        }

        return false;
    }
}
