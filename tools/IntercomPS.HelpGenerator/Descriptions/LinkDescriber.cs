using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using IntercomPS.HelpGenerator.Comments;
using IntercomPS.HelpGenerator.Reflection;

namespace IntercomPS.HelpGenerator.Descriptions;

/// <summary>Describes the related links: the online page first, then each <c>&lt;seealso&gt;</c> of the class.</summary>
internal sealed class LinkDescriber
{
    private readonly CommentReader _comments;
    private readonly DocumentationProblems _problems;

    public LinkDescriber(CommentReader comments, DocumentationProblems problems)
    {
        _comments = comments;
        _problems = problems;
    }

    public IReadOnlyList<RelatedLink> DescribeAll(CmdletReflection cmdlet)
    {
        IEnumerable<RelatedLink> links = _comments
            .Elements(MemberId.Of(cmdlet.Class), "seealso")
            .Select(element => Describe(cmdlet.Name, element));

        // Get-Help -Online opens the address of the first link that has one.
        return [.. cmdlet.HelpUri is { } uri ? [new RelatedLink("Online Version:", uri)] : (RelatedLink[])[], .. links];
    }

    private RelatedLink Describe(string subject, XElement element)
    {
        string text = string.Join(' ', _comments.Read(element.Nodes(), subject).Select(block => block.Text));
        if ((string?)element.Attribute("cref") is { } cref)
        {
            string? cmdlet = _comments.References.FindCmdletName(cref);
            if (cmdlet is null)
            {
                _problems.Add(ProblemCodes.UnresolvedReference, subject, $"<seealso cref> leads to '{cref}', which is no cmdlet.");
            }

            return new RelatedLink(cmdlet ?? cref, string.Empty);
        }

        string address = (string?)element.Attribute("href") ?? string.Empty;
        if (text.Length == 0 && address.Length == 0)
        {
            _problems.Add(ProblemCodes.UnresolvedReference, subject, "a <seealso> has no cref, no href and no text.");
        }

        return new RelatedLink(text, address);
    }
}
