using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace IntercomPS.ModuleTests.Help;

/// <summary>Every example of the help, run as a reader would run it, against a sandbox.</summary>
/// <remarks>They set the process's INTERCOM_ACCESS_TOKEN, so they run while no other test does.</remarks>
[CollectionDefinition(nameof(HelpExampleTests), DisableParallelization = true)]
[Collection(nameof(HelpExampleTests))]
public sealed class HelpExampleTests : IDisposable
{
    private readonly HelpRunspace _runspace = new();

    public static TheoryData<string, int> Examples()
    {
        var examples = new TheoryData<string, int>();
        foreach ((string name, int count) in StagedModule.DescribedCmdlets())
        {
            foreach (int number in Enumerable.Range(1, count))
            {
                examples.Add(name, number);
            }
        }

        return examples;
    }

    public void Dispose()
    {
        _runspace.Invoke(ExamplePreparation.Cleanup);
        _runspace.Dispose();
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_runs_without_an_error(string cmdlet, int number)
    {
        PSObject help = Assert.Single(_runspace.Invoke("Get-Help $args[0] -Full", cmdlet));
        string code = Assert.Single(help.At("examples.example")[number - 1].TextAt("code"));
        _runspace.Invoke(ExamplePreparation.StandIns);
        _runspace.Invoke(ExamplePreparation.Sandbox);

        _runspace.Invoke(code);
    }
}
