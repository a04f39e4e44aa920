using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml.Linq;

namespace IntercomPS.HelpGenerator.Comments;

/// <summary>Turns the content of a comment's element into paragraphs, list items and code.</summary>
internal sealed class CommentText
{
    private readonly InlineText _inline;

    public CommentText(InlineText inline)
    {
        _inline = inline;
    }

    public IReadOnlyList<TextBlock> Render(IEnumerable<XNode> nodes, string subject)
    {
        var blocks = new List<TextBlock>();
        var line = new StringBuilder();
        foreach (XNode node in nodes)
        {
            if (node is XElement { Name.LocalName: "para" or "list" or "code" or "br" } block)
            {
                AddParagraph(blocks, line);
                blocks.AddRange(RenderBlock(block, subject));
            }
            else if (node is XElement inline)
            {
                line.Append(_inline.Render(inline, subject));
            }
            else if (node is XText text)
            {
                line.Append(text.Value);
            }
        }

        AddParagraph(blocks, line);
        return blocks;
    }

    private IEnumerable<TextBlock> RenderBlock(XElement block, string subject) => block.Name.LocalName switch
    {
        "code" => [new TextBlock(TextBlockKind.Code, CodeText.Unindent(block.Value))],
        "list" => block.Elements("item").Select(item => new TextBlock(ItemKind(block), ItemText(item, subject))),
        _ => Render(block.Nodes(), subject),
    };

    private static TextBlockKind ItemKind(XElement list) =>
        (string?)list.Attribute("type") == "number" ? TextBlockKind.NumberedItem : TextBlockKind.BulletItem;

    private string ItemText(XElement item, string subject)
    {
        XElement? term = item.Element("term");
        IEnumerable<XNode> rest = term is null ? item.Nodes() : item.Nodes().Where(node => node != term);
        string text = string.Join(' ', Render(rest, subject).Select(block => block.Text));
        return term is null ? text : $"{string.Join(' ', Render(term.Nodes(), subject).Select(block => block.Text))}: {text}";
    }

    private static void AddParagraph(List<TextBlock> blocks, StringBuilder line)
    {
        string text = string.Join(' ', line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line.Clear();
        if (text.Length > 0)
        {
            blocks.Add(TextBlock.Paragraph(text));
        }
    }
}
