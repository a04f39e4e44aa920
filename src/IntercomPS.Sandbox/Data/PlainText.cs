using System;
using System.Net;
using System.Text.RegularExpressions;

namespace IntercomPS.Sandbox.Data;

/// <summary>
/// What <c>display_as=plaintext</c> makes of a body: no tags, entities decoded, a link as <c>label (url)</c>
/// (OpenAPI 2.16, retrieveConversation).
/// </summary>
internal static class PlainText
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private static readonly Regex Hidden = new("<(script|style)\\b[^>]*>.*?</\\1>", Options, Limit);
    private static readonly Regex Link = new("<a\\b[^>]*?href=\"([^\"]*)\"[^>]*>(.*?)</a>", Options, Limit);
    private static readonly Regex Break = new("<br\\s*/?>|</(p|div|li|h1|h2|pre)>", Options, Limit);
    private static readonly Regex Tag = new("<[^>]*>", Options, Limit);

    public static string FromHtml(string html)
    {
        string text = Hidden.Replace(html, string.Empty);
        text = Link.Replace(text, "$2 ($1)");
        text = Break.Replace(text, "\n");
        text = Tag.Replace(text, string.Empty);
        return WebUtility.HtmlDecode(text).Trim('\n');
    }
}
