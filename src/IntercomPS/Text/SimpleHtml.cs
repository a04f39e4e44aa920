using System;
using System.Runtime.CompilerServices;
using IntercomPS.Models.Json;

namespace IntercomPS.Text;

/// <summary>Reads the bodies that most messages have: paragraphs, breaks and plain emphasis, a few entities. Anything else is for AngleSharp.</summary>
/// <remarks>
/// In a fresh process AngleSharp's tokenizer runs uncompiled at first: 30,000 short bodies took 0.6 to 0.9 s
/// of an export, by this reader less than a tenth of it (tests/IntercomPS.Benchmarks). A test holds
/// both to the same text for every body that this one takes.
/// </remarks>
internal static class SimpleHtml
{
    private const int LongestName = 10;
    private static readonly char[] Marks = ['<', '&', '\0'];

    /// <summary>Reads a body.</summary>
    /// <param name="html">The body.</param>
    /// <returns>Its text; null where it has anything that is not simple.</returns>
    [MethodImpl(HotPath.Optimized)]
    public static string? TryRead(string html)
    {
        var flow = new TextFlow(html.Length);
        ReadOnlySpan<char> rest = html.AsSpan();
        while (rest.Length > 0)
        {
            int mark = rest.IndexOfAny(Marks);
            flow.Append(mark < 0 ? rest : rest.Slice(0, mark));
            if (mark < 0)
            {
                break;
            }

            rest = rest.Slice(mark);
            int length = rest[0] == '<' ? ReadTag(rest, flow) : rest[0] == '&' ? ReadEntity(rest, flow) : 0;
            if (length == 0)
            {
                return null;
            }

            rest = rest.Slice(length);
        }

        return flow.Finish();
    }

    /// <summary>Reads a tag without attributes.</summary>
    /// <returns>Its length; 0 where it is not simple.</returns>
    [MethodImpl(HotPath.Optimized)]
    private static int ReadTag(ReadOnlySpan<char> text, TextFlow flow)
    {
        bool isEnd = text.Length > 1 && text[1] == '/';
        int start = isEnd ? 2 : 1;
        int end = start;
        while (end < text.Length && end - start < LongestName && text[end] is (>= 'a' and <= 'z') or (>= '1' and <= '6'))
        {
            end++;
        }

        int close = end;
        if (!isEnd && text.Slice(close).StartsWith(" /".AsSpan()))
        {
            close += 2;
        }
        else if (!isEnd && close < text.Length && text[close] == '/')
        {
            close++;
        }

        if (end == start || close >= text.Length || text[close] != '>' || text[start] is not (>= 'a' and <= 'z'))
        {
            return 0;
        }

        return Lay(text.Slice(start, end - start), flow) ? close + 1 : 0;
    }

    [MethodImpl(HotPath.Optimized)]
    private static bool Lay(ReadOnlySpan<char> name, TextFlow flow)
    {
        switch (name)
        {
            case "br":
                flow.BreakLine();
                return true;
            case "p" or "div" or "ul" or "ol" or "li" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote":
                flow.BreakBlock();
                return true;
            default:
                return name is "b" or "i" or "u" or "em" or "strong" or "span";
        }
    }

    /// <summary>Reads an entity of the handful that Intercom's editor writes.</summary>
    /// <returns>Its length; 0 where it is another one.</returns>
    [MethodImpl(HotPath.Optimized)]
    private static int ReadEntity(ReadOnlySpan<char> text, TextFlow flow)
    {
        int end = text.Slice(0, Math.Min(text.Length, LongestName)).IndexOf(';');
        string? decoded = end < 0 ? null : text.Slice(1, end - 1) switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "#39" => "'",
            "nbsp" => "\u00A0",
            _ => null,
        };
        if (decoded is null)
        {
            return 0;
        }

        flow.Append(decoded.AsSpan());
        return end + 1;
    }
}
