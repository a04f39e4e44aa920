using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using IntercomPS.HelpGenerator.Comments;

namespace IntercomPS.HelpGenerator.Maml;

/// <summary>Writes blocks of text as MAML.</summary>
internal static class MamlText
{
    /// <summary>Paragraphs, and neighbouring items as one list.</summary>
    public static IEnumerable<XElement> Blocks(IEnumerable<TextBlock> blocks)
    {
        XElement? list = null;
        TextBlockKind listKind = TextBlockKind.Paragraph;
        foreach (TextBlock block in blocks)
        {
            if (block.Kind is TextBlockKind.Paragraph or TextBlockKind.Code)
            {
                if (list is not null)
                {
                    yield return list;
                    list = null;
                }

                yield return Paragraph(block.Text);
                continue;
            }

            if (list is not null && listKind != block.Kind)
            {
                yield return list;
                list = null;
            }

            listKind = block.Kind;
            list ??= new XElement(
                MamlNames.Maml + "list",
                new XAttribute("class", listKind == TextBlockKind.NumberedItem ? "ordered" : "unordered"));
            list.Add(new XElement(MamlNames.Maml + "listItem", Paragraph(block.Text)));
        }

        if (list is not null)
        {
            yield return list;
        }
    }

    /// <summary>Paragraphs only: the engine's views of synopses, examples and types show nothing for a list.</summary>
    public static IEnumerable<XElement> Paragraphs(IEnumerable<TextBlock> blocks) =>
        blocks.Select(block => Paragraph(
            block.Kind is TextBlockKind.BulletItem or TextBlockKind.NumberedItem ? "* " + block.Text : block.Text));

    private static XElement Paragraph(string text) => new(MamlNames.Maml + "para", text);
}
