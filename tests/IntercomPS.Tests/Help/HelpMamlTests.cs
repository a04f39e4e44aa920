using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace IntercomPS.Tests.Help;

public sealed class HelpMamlTests : IDisposable
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    private readonly CompiledFixture _fixture = new(FixtureSource.Documented);
    private readonly XElement _help;

    public HelpMamlTests()
    {
        _help = _fixture.Help();
    }

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Every_cmdlet_has_its_synopsis() =>
        Assert.Equal(
            ["Get-Thing: Gets things.", "Remove-Thing: Removes things."],
            _help.Elements().Select(command => command.Element(Command + "details")!)
                .Select(details => $"{details.Element(Command + "name")!.Value}: {details.Element(Maml + "description")!.Value}"));

    [Fact]
    public void References_in_a_description_are_named_as_a_user_would_type_them()
    {
        string[] paragraphs = [.. Cmdlet("Get-Thing").Element(Maml + "description")!.Elements().Select(block => block.Value)];

        Assert.Equal(
            [
                "Gets Thing objects in any -State, $null too.",
                "firstsecond: more",
                "See Remove-Thing, -Id, Closed and the page (https://example.com/a).",
            ],
            paragraphs);
    }

    [Fact]
    public void A_list_stays_a_list() =>
        Assert.Equal(["first", "second: more"], Cmdlet("Get-Thing").Descendants(Maml + "listItem").Select(item => item.Value));

    [Fact]
    public void The_default_set_is_the_first_syntax_and_parameters_are_ordered_as_the_engine_does()
    {
        string[] lines = [.. Cmdlet("Get-Thing").Element(Command + "syntax")!.Elements().Select(SyntaxLine)];

        Assert.Equal(
            [
                "[[-Name] <string>] -Colour <string> [-State <ThingState[]>] [-Rating <int>] [-Since <DateTimeOffset>] [-Session <string>] [-First <ulong>] [-Skip <ulong>] [-IncludeTotalCount]",
                "[-Id] <string[]> [-Since <DateTimeOffset>] [-Session <string>] [-First <ulong>] [-Skip <ulong>] [-IncludeTotalCount]",
            ],
            lines);
    }

    [Fact]
    public void SupportsShouldProcess_adds_WhatIf_and_Confirm()
    {
        XElement cmdlet = Cmdlet("Remove-Thing");

        Assert.Equal("[-Id] <string> [-Force] [-Session <string>] [-Confirm] [-WhatIf]", SyntaxLine(cmdlet.Descendants(Command + "syntaxItem").Single()));
        Assert.Equal(["Force", "Id", "Session", "Confirm", "WhatIf"], Parameters(cmdlet).Select(Name));
        Assert.Equal("wi", Attribute(Parameter("Remove-Thing", "WhatIf"), "aliases"));
    }

    [Fact]
    public void Hidden_and_obsolete_parameters_are_left_out() =>
        Assert.DoesNotContain(Parameters(Cmdlet("Get-Thing")), parameter => Name(parameter) is "Hidden" or "Old");

    [Fact]
    public void A_parameter_says_what_its_attributes_say()
    {
        XElement id = Parameter("Get-Thing", "Id");

        Assert.Equal("true", Attribute(id, "required"));
        Assert.Equal("0", Attribute(id, "position"));
        Assert.Equal("True (ByPropertyName, ByValue)", Attribute(id, "pipelineInput"));
        Assert.Equal("ThingId, Key", Attribute(id, "aliases"));
        Assert.Equal("false", Attribute(id, "globbing"));
        Assert.Equal("true", Attribute(Parameter("Get-Thing", "Name"), "globbing"));
        Assert.Equal("named", Attribute(Parameter("Get-Thing", "Rating"), "position"));
        Assert.Equal("any", Parameter("Get-Thing", "Rating").Element(Dev + "defaultValue")!.Value);
        Assert.Equal("False", Parameter("Remove-Thing", "Force").Element(Dev + "defaultValue")!.Value);
        Assert.Null(Parameter("Remove-Thing", "Force").Element(Command + "parameterValue"));
    }

    [Fact]
    public void Limits_are_told_in_the_description() =>
        Assert.Equal(
            ["A rating.", "Takes values from 1 to 5."],
            Parameter("Get-Thing", "Rating").Element(Maml + "description")!.Elements().Select(block => block.Value));

    [Fact]
    public void Values_of_enumerations_and_sets_are_listed_with_their_meaning()
    {
        Assert.Equal(
            ["Open: Nobody has finished it.", "Closed: Somebody has."],
            Parameter("Get-Thing", "State").Descendants(Dev + "possibleValue")
                .Select(value => $"{value.Element(Dev + "value")!.Value}: {value.Element(Maml + "description")!.Value}"));
        Assert.Equal(["Red", "Green"], Parameter("Get-Thing", "Colour").Descendants(Dev + "value").Select(value => value.Value));
    }

    [Fact]
    public void Comments_of_base_classes_and_of_inheritdoc_are_found()
    {
        Assert.Equal("The session to use.", Parameter("Remove-Thing", "Session").Element(Maml + "description")!.Value);
        Assert.Equal("The ids.", Parameter("Remove-Thing", "Id").Element(Maml + "description")!.Value);
    }

    [Fact]
    public void Inputs_and_outputs_are_described()
    {
        Assert.Equal(["System.String: -Id, by value or by property name. The ids."], Types("Get-Thing", "inputType"));
        Assert.Equal(["Fixture.Thing: One thing.", "Fixture.Measured: A measured thing."], Types("Get-Thing", "returnValue"));
        Assert.StartsWith("None: ", Assert.Single(Types("Remove-Thing", "inputType")));
        Assert.StartsWith("None: ", Assert.Single(Types("Remove-Thing", "returnValue")));
    }

    [Fact]
    public void Example_code_loses_the_indentation_of_the_comment_only()
    {
        XElement example = Cmdlet("Get-Thing").Descendants(Command + "example").First();

        Assert.Equal("---------- Example 1: Get all of them ----------", example.Element(Maml + "title")!.Value);
        Assert.Equal("Get-Thing |\n    ForEach-Object { $_.Id }", example.Element(Dev + "code")!.Value);
        Assert.Equal("Gets all & sundry.", example.Element(Dev + "remarks")!.Value);
    }

    [Fact]
    public void Related_links_begin_with_the_online_page() =>
        Assert.Equal(
            ["Online Version:|https://example.com/online", "Remove-Thing|", "Things|https://example.com/b", "about_Things|"],
            Cmdlet("Get-Thing").Descendants(Maml + "navigationLink")
                .Select(link => $"{link.Element(Maml + "linkText")!.Value}|{link.Element(Maml + "uri")!.Value}"));

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        byte[] first = File.ReadAllBytes(_fixture.Output);
        _fixture.Help();

        Assert.Equal(first, File.ReadAllBytes(_fixture.Output));
    }

    private static string SyntaxLine(XElement item) => string.Join(' ', item.Elements(Command + "parameter").Select(SyntaxPart));

    private static string SyntaxPart(XElement parameter)
    {
        string name = Attribute(parameter, "position") == "named" ? "-" + Name(parameter) : $"[-{Name(parameter)}]";
        string part = parameter.Element(Command + "parameterValue") is { } value ? $"{name} <{value.Value}>" : name;
        return Attribute(parameter, "required") == "true" ? part : $"[{part}]";
    }

    private XElement Cmdlet(string name) =>
        _help.Elements().Single(command => command.Element(Command + "details")!.Element(Command + "name")!.Value == name);

    private static IEnumerable<XElement> Parameters(XElement cmdlet) => cmdlet.Element(Command + "parameters")!.Elements();

    private XElement Parameter(string cmdlet, string name) => Parameters(Cmdlet(cmdlet)).Single(parameter => Name(parameter) == name);

    private static string Name(XElement parameter) => parameter.Element(Maml + "name")!.Value;

    private static string? Attribute(XElement element, string name) => (string?)element.Attribute(name);

    private IEnumerable<string> Types(string cmdlet, string element) =>
        Cmdlet(cmdlet).Descendants(Command + element)
            .Select(type => $"{type.Element(Dev + "type")!.Value}: {type.Element(Maml + "description")!.Value}");
}
