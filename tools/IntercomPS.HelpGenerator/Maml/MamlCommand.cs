using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using IntercomPS.HelpGenerator.Comments;
using IntercomPS.HelpGenerator.Descriptions;

namespace IntercomPS.HelpGenerator.Maml;

/// <summary>Writes a cmdlet as the MAML element <c>command:command</c>.</summary>
internal static class MamlCommand
{
    public static XElement Of(CmdletDescription cmdlet) => new(
        MamlNames.Command + "command",
        new XElement(
            MamlNames.Command + "details",
            new XElement(MamlNames.Command + "name", cmdlet.Name),
            new XElement(MamlNames.Maml + "description", MamlText.Paragraphs(cmdlet.Synopsis)),
            new XElement(MamlNames.Command + "verb", cmdlet.Verb),
            new XElement(MamlNames.Command + "noun", cmdlet.Noun)),
        new XElement(MamlNames.Maml + "description", MamlText.Blocks(cmdlet.Description)),
        new XElement(MamlNames.Command + "syntax", cmdlet.Syntax.Select(item => SyntaxItem(cmdlet.Name, item))),
        new XElement(
            MamlNames.Command + "parameters",
            AlphabeticalWithEngineParametersLast(cmdlet.Parameters).Select(MamlParameter.InFull)),
        new XElement(MamlNames.Command + "inputTypes", cmdlet.Inputs.Select(input => TypeItem("inputType", input))),
        new XElement(MamlNames.Command + "returnValues", cmdlet.Outputs.Select(output => TypeItem("returnValue", output))),
        new XElement(MamlNames.Command + "examples", cmdlet.Examples.Select(Example)),
        new XElement(MamlNames.Command + "relatedLinks", cmdlet.Links.Select(Link)));

    private static IEnumerable<ParameterDescription> AlphabeticalWithEngineParametersLast(
        IEnumerable<ParameterDescription> parameters) =>
        parameters
            .OrderBy(parameter => parameter.Name is "Confirm" or "WhatIf")
            .ThenBy(parameter => parameter.Name, StringComparer.OrdinalIgnoreCase);

    private static XElement SyntaxItem(string name, SyntaxDescription item) => new(
        MamlNames.Command + "syntaxItem",
        new XElement(MamlNames.Maml + "name", name),
        item.Parameters.Select(MamlParameter.InSyntax));

    private static XElement TypeItem(string element, TypeDescription type) => new(
        MamlNames.Command + element,
        new XElement(MamlNames.Dev + "type", new XElement(MamlNames.Maml + "name", type.Name)),
        new XElement(MamlNames.Maml + "description", MamlText.Paragraphs(type.Description)));

    // The engine's view sets no empty line between examples; an empty paragraph does.
    private static XElement Example(ExampleDescription example) => new(
        MamlNames.Command + "example",
        new XElement(MamlNames.Maml + "title", ExampleTitle(example)),
        new XElement(MamlNames.Dev + "code", example.Code),
        new XElement(MamlNames.Dev + "remarks", MamlText.Paragraphs([.. example.Remarks, TextBlock.Paragraph(string.Empty)])));

    private static string ExampleTitle(ExampleDescription example) => example.Title.Length == 0
        ? $"---------- Example {example.Number} ----------"
        : $"---------- Example {example.Number}: {example.Title} ----------";

    private static XElement Link(RelatedLink link) => new(
        MamlNames.Maml + "navigationLink",
        new XElement(MamlNames.Maml + "linkText", link.Text),
        new XElement(MamlNames.Maml + "uri", link.Address));
}
