using System.Linq;
using System.Net;
using System.Text.RegularExpressions;

namespace IntercomPS.ModuleTests.Harness;

/// <summary>Plain text of the sandbox's bodies, made in another way than the module makes it: enough for these bodies, not for any HTML.</summary>
internal static class ExpectedText
{
    /// <summary>What the module's own plain text must be.</summary>
    internal static string OfModule(string html)
    {
        string text = Regex.Replace(html, "<(script|style)>.*?</\\1>", string.Empty, RegexOptions.Singleline);
        text = string.Concat(text.Where(character => !char.IsControl(character) || character is '\t' or '\r' or '\n'));
        text = Regex.Replace(text, "[ \t\r\n]+", " ");
        text = Regex.Replace(text, "<(/?p|/?li|/?ul|br)\\b[^>]*>", "\n");
        text = WebUtility.HtmlDecode(Regex.Replace(text, "<[^>]+>", string.Empty)).Replace('\u00A0', ' ');
        return string.Join('\n', text.Split('\n').Select(line => line.Trim(' ')).Where(line => line.Length > 0));
    }

    /// <summary>What Intercom's <c>display_as=plaintext</c> must be: a link keeps its address.</summary>
    internal static string OfIntercom(string html)
    {
        string text = Regex.Replace(html, "<(script|style)>.*?</\\1>", string.Empty, RegexOptions.Singleline);
        text = Regex.Replace(text, "<a href=\"([^\"]*)\">(.*?)</a>", match => $"{match.Groups[2]} ({match.Groups[1]})");
        text = Regex.Replace(text, "</p>|</li>|<br>", "\n");
        return WebUtility.HtmlDecode(Regex.Replace(text, "<[^>]+>", string.Empty)).Trim('\n');
    }

    /// <summary>What a CSV cell must hold for it: nothing that a spreadsheet would run.</summary>
    internal static string InCsv(string text) => text.TrimStart() is ['=' or '+' or '-' or '@', ..] ? "'" + text : text;
}
