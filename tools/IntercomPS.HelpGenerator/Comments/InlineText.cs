using System.Linq;
using System.Text;
using System.Xml.Linq;

namespace IntercomPS.HelpGenerator.Comments;

/// <summary>Turns the elements within a line of text into plain text: references into names, markup into nothing.</summary>
internal sealed class InlineText
{
    private readonly CrossReferences _references;
    private readonly DocumentationProblems _problems;

    public InlineText(CrossReferences references, DocumentationProblems problems)
    {
        _references = references;
        _problems = problems;
    }

    /// <param name="element">An element that is no block of its own.</param>
    /// <param name="subject">Whose comment it is, for the messages.</param>
    public string Render(XElement element, string subject)
    {
        switch (element.Name.LocalName)
        {
            case "c" or "b" or "i" or "em" or "strong" or "term" or "description":
                return Content(element, subject);
            case "paramref" or "typeparamref":
                return "-" + (string?)element.Attribute("name");
            case "see" or "seealso":
                return Reference(element, subject);
            default:
                _problems.Add(
                    ProblemCodes.UnknownElement,
                    subject,
                    $"the element <{element.Name.LocalName}> is unknown in help; use <para>, <list>, <code>, <c> or <see>.");
                return element.Value;
        }
    }

    private string Reference(XElement element, string subject)
    {
        string text = Content(element, subject);
        if ((string?)element.Attribute("langword") is { } keyword)
        {
            return keyword is "true" or "false" or "null" ? "$" + keyword : keyword;
        }

        if ((string?)element.Attribute("href") is { } address)
        {
            return text.Length == 0 ? address : $"{text} ({address})";
        }

        string cref = (string?)element.Attribute("cref") ?? string.Empty;
        string? name = _references.Describe(cref);
        if (name is null)
        {
            _problems.Add(
                ProblemCodes.UnresolvedReference,
                subject,
                cref.Length == 0 ? "a <see> has no cref, href or langword." : $"the reference '{cref}' leads nowhere.");
        }

        return text.Length == 0 ? name ?? cref : text;
    }

    private string Content(XElement element, string subject)
    {
        var text = new StringBuilder();
        foreach (XNode node in element.Nodes().Where(node => node is XText or XElement))
        {
            text.Append(node is XElement child ? Render(child, subject) : ((XText)node).Value);
        }

        return text.ToString();
    }
}
