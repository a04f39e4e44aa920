using System;
using System.Collections.Generic;
using AngleSharp.Html.Parser;

namespace IntercomPS.Text;

/// <summary>The HTML elements that plain text treats in a way of their own.</summary>
internal static class HtmlTags
{
    private static readonly string[] ReadableSchemes = ["http://", "https://", "mailto:", "tel:"];

    private static readonly Dictionary<string, HtmlTagRole> Roles = MakeRoles();

    /// <summary>What an element means to the plain text.</summary>
    /// <param name="name">Its name in lower case.</param>
    /// <returns>Its role; inline where it has none.</returns>
    public static HtmlTagRole RoleOf(string name) => Roles.TryGetValue(name, out HtmlTagRole role) ? role : HtmlTagRole.Inline;

    /// <summary>How the tokenizer must read what follows a start tag, which the document builder would tell it otherwise.</summary>
    /// <param name="name">The element's name in lower case.</param>
    /// <returns>The mode of its content.</returns>
    public static HtmlParseMode ContentOf(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "textarea" or "title" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };

    /// <summary>Whether a link's address says something to a reader, unlike an anchor or a script.</summary>
    /// <param name="address">The link's address.</param>
    /// <returns>True for the web, mail and telephone.</returns>
    public static bool IsReadableAddress(string address) =>
        Array.Exists(ReadableSchemes, scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, HtmlTagRole> MakeRoles()
    {
        var roles = new Dictionary<string, HtmlTagRole>(StringComparer.Ordinal);
        Add(HtmlTagRole.Hidden, "script", "style", "title", "template", "iframe", "noembed", "noframes");
        Add(HtmlTagRole.LineBreak, "br");
        Add(HtmlTagRole.Cell, "td", "th");
        Add(HtmlTagRole.Image, "img");
        Add(HtmlTagRole.Link, "a");
        Add(HtmlTagRole.Preformatted, "pre", "listing", "xmp", "textarea", "plaintext");
        Add(HtmlTagRole.Block, "p", "div", "ul", "ol", "li", "menu", "dir", "dl", "dt", "dd", "blockquote", "center");
        Add(HtmlTagRole.Block, "h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "hr", "address", "figure", "figcaption");
        Add(HtmlTagRole.Block, "article", "aside", "footer", "header", "main", "nav", "search", "section", "details", "summary", "dialog");
        Add(HtmlTagRole.Block, "table", "caption", "thead", "tbody", "tfoot", "tr", "form", "fieldset", "legend", "optgroup", "option");
        Add(HtmlTagRole.Block, "html", "head", "body");
        return roles;

        void Add(HtmlTagRole role, params string[] names)
        {
            foreach (string name in names)
            {
                roles[name] = role;
            }
        }
    }
}
