using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace IntercomPS.ModuleTests.Help;

/// <summary>What Get-Help says of the staged module, against what Get-Command knows of it.</summary>
public sealed class HelpCompletenessTests : IDisposable
{
    private readonly HelpRunspace _runspace = new();

    public static TheoryData<string> Cmdlets() => [.. StagedModule.DescribedCmdlets().Select(cmdlet => cmdlet.Name)];

    public void Dispose() => _runspace.Dispose();

    [Fact]
    public void Exactly_the_exported_cmdlets_are_described()
    {
        IEnumerable<string> exported = _runspace
            .Invoke("Get-Command -Module IntercomPS -CommandType Cmdlet")
            .Select(command => ((CmdletInfo)command.BaseObject).Name);

        Assert.Equal(
            exported.Order(StringComparer.Ordinal),
            StagedModule.DescribedCmdlets().Select(cmdlet => cmdlet.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_cmdlet_has_synopsis_description_inputs_outputs_and_two_examples(string cmdlet)
    {
        PSObject help = Help(cmdlet);

        Assert.NotEmpty(help.TextAt("details.description"));
        Assert.NotEmpty(help.TextAt("description"));
        Assert.NotEmpty(help.TextAt("syntax.syntaxItem.name"));
        Assert.NotEmpty(help.TextAt("inputTypes.inputType.type.name"));
        Assert.NotEmpty(help.TextAt("returnValues.returnValue.type.name"));
        IReadOnlyList<PSObject> examples = help.At("examples.example");
        Assert.True(examples.Count >= 2, $"{cmdlet} has {examples.Count} examples.");
        Assert.All(examples, example =>
        {
            Assert.NotEmpty(example.TextAt("code"));
            Assert.NotEmpty(example.TextAt("remarks"));
        });
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Every_parameter_of_a_cmdlet_is_described_and_no_other(string cmdlet)
    {
        var command = (CmdletInfo)Assert.Single(_runspace.Invoke("Get-Command $args[0]", cmdlet)).BaseObject;
        IReadOnlyList<PSObject> described = Help(cmdlet).At("parameters.parameter");

        Assert.Equal(
            command.Parameters.Values.Where(IsShown).Select(parameter => parameter.Name).Order(StringComparer.Ordinal),
            described.Select(parameter => Assert.Single(parameter.TextAt("name"))).Order(StringComparer.Ordinal));
        Assert.All(described, parameter => Assert.NotEmpty(parameter.TextAt("description")));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Every_parameter_set_of_a_cmdlet_has_its_syntax(string cmdlet)
    {
        var command = (CmdletInfo)Assert.Single(_runspace.Invoke("Get-Command $args[0]", cmdlet)).BaseObject;

        Assert.Equal(command.ParameterSets.Count, Help(cmdlet).At("syntax.syntaxItem").Count);
    }

    private PSObject Help(string cmdlet) => Assert.Single(_runspace.Invoke("Get-Help $args[0] -Full", cmdlet));

    private static bool IsShown(ParameterMetadata parameter) =>
        !Cmdlet.CommonParameters.Contains(parameter.Name)
        && !parameter.Attributes.Any(attribute => attribute is ObsoleteAttribute or ParameterAttribute { DontShow: true });
}
