using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using IntercomPS.HelpGenerator.Descriptions;

namespace IntercomPS.HelpGenerator.Maml;

/// <summary>Writes a help file for Get-Help of Windows PowerShell 5.1 and PowerShell 7.</summary>
internal static class MamlWriter
{
    /// <summary>Writes the file, and its directory where that is missing; the same input gives the same bytes.</summary>
    public static void Write(IEnumerable<CmdletDescription> cmdlets, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
        };
        using var writer = XmlWriter.Create(path, settings);
        Document(cmdlets).Save(writer);
    }

    /// <summary>
    /// The prefixes matter: the engine compares the qualified name <c>maml:introduction</c>
    /// (MamlNode.GetMamlFormattingPSObjects), so they are the usual ones.
    /// </summary>
    public static XDocument Document(IEnumerable<CmdletDescription> cmdlets) => new(
        new XElement(
            MamlNames.Root + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", MamlNames.Maml),
            new XAttribute(XNamespace.Xmlns + "command", MamlNames.Command),
            new XAttribute(XNamespace.Xmlns + "dev", MamlNames.Dev),
            cmdlets.Select(MamlCommand.Of)));
}
