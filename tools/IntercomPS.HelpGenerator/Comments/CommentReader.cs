using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;
using IntercomPS.HelpGenerator.Reflection;

namespace IntercomPS.HelpGenerator.Comments;

/// <summary>Gives the comments of members as text that help can show.</summary>
internal sealed class CommentReader
{
    private readonly XmlDocumentation _documentation;
    private readonly CommentText _text;

    public CommentReader(XmlDocumentation documentation, CrossReferences references, DocumentationProblems problems)
    {
        _documentation = documentation;
        References = references;
        _text = new CommentText(new InlineText(references, problems));
    }

    public CrossReferences References { get; }

    /// <returns>The blocks of the member's element of this name; empty when it is not there or says nothing.</returns>
    public IReadOnlyList<TextBlock> Read(string id, string element, string subject) =>
        _documentation.Find(id, element) is { } found ? Read(found.Nodes(), subject) : [];

    public IReadOnlyList<TextBlock> Read(IEnumerable<XNode> nodes, string subject) => _text.Render(nodes, subject);

    public IEnumerable<XElement> Elements(string id, string element) => _documentation.FindAll(id, element);

    public IReadOnlyList<TextBlock> ReadSummary(Type type) => Read(MemberId.Of(type), "summary", TypeNames.Friendly(type));

    /// <summary>A property's summary; that of a positional record's property is the record's <c>&lt;param&gt;</c>.</summary>
    public bool HasSummary(PropertyInfo property)
    {
        string subject = $"{property.DeclaringType!.Name}.{property.Name}";
        IEnumerable<XElement> positional = Elements(MemberId.Of(property.DeclaringType), "param")
            .Where(parameter => (string?)parameter.Attribute("name") == property.Name);
        return Read(MemberId.Of(property), "summary", subject).Count > 0
            || positional.Any(parameter => Read(parameter.Nodes(), subject).Count > 0);
    }
}
