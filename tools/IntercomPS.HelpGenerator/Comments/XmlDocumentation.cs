using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace IntercomPS.HelpGenerator.Comments;

/// <summary>The compiler's documentation file: comments by member id.</summary>
internal sealed class XmlDocumentation
{
    private readonly Dictionary<string, XElement> _members;

    private XmlDocumentation(Dictionary<string, XElement> members)
    {
        _members = members;
    }

    /// <exception cref="HelpGenerationException">The file is XML, yet no documentation file.</exception>
    public static XmlDocumentation Load(string path)
    {
        using StreamReader reader = File.OpenText(path);
        return Read(XDocument.Load(reader, LoadOptions.PreserveWhitespace));
    }

    public static XmlDocumentation Read(XDocument document)
    {
        XElement members = document.Root?.Element("members")
            ?? throw new HelpGenerationException("The documentation file has no <members>: it is not one that the C# compiler wrote.");
        var byId = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (XElement member in members.Elements("member"))
        {
            byId[(string?)member.Attribute("name") ?? string.Empty] = member;
        }

        return new XmlDocumentation(byId);
    }

    /// <summary>
    /// The first element of this name in a member's comment, or in the one that its
    /// <c>&lt;inheritdoc cref="…"/&gt;</c> names; null when there is none.
    /// </summary>
    public XElement? Find(string id, string element) => Follow(id).Select(member => member.Element(element)).FirstOrDefault(found => found is not null);

    /// <summary>All elements of this name in a member's own comment.</summary>
    public IEnumerable<XElement> FindAll(string id, string element) =>
        _members.TryGetValue(id, out XElement? member) ? member.Elements(element) : [];

    private IEnumerable<XElement> Follow(string id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? next = id;
        while (next is not null && seen.Add(next) && _members.TryGetValue(next, out XElement? member))
        {
            yield return member;
            next = (string?)member.Element("inheritdoc")?.Attribute("cref");
        }
    }
}
