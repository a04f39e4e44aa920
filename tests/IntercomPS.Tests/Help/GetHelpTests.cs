using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Xunit;

namespace IntercomPS.Tests.Help;

/// <summary>The generated file as PowerShell's own Get-Help reads it.</summary>
public sealed class GetHelpTests
{
    [Fact]
    public void The_engine_reads_the_generated_help()
    {
        using var fixture = new CompiledFixture(FixtureSource.Documented);
        fixture.Help();
        using PowerShell shell = PowerShell.Create(InitialSessionState.CreateDefault2());
        shell.AddScript("Import-Module $args[0]; Get-Help Get-Thing -Full").AddArgument(ImportableCopy(fixture));

        PSObject help = Assert.Single(shell.Invoke());

        Assert.Empty(shell.Streams.Error);
        Assert.Equal("Gets things.", help.Properties["Synopsis"].Value);
        Assert.Equal(4, Items(help, "description").Length);
        Assert.Equal(10, Items(help, "parameters.parameter").Length);
        Assert.Equal(2, Items(help, "syntax.syntaxItem").Length);
        Assert.Equal(2, Items(help, "examples.example").Length);
        Assert.Equal(
            "Get-Thing |\n    ForEach-Object { $_.Id }",
            Items(Items(help, "examples.example")[0], "code").Single().ToString());
        Assert.Equal("System.String", Items(help, "inputTypes.inputType.type.name").Single().ToString());
        Assert.Equal(2, Items(help, "returnValues.returnValue").Length);
    }

    // The engine locks and keeps an assembly it has loaded, and the fixture deletes its directory.
    private static string ImportableCopy(CompiledFixture fixture)
    {
        string directory = Path.Combine(AppContext.BaseDirectory, "GetHelpFixture");
        Directory.CreateDirectory(Path.Combine(directory, "en-US"));
        File.Copy(fixture.Assembly, Path.Combine(directory, "Fixture.dll"), overwrite: true);
        File.Copy(fixture.Output, Path.Combine(directory, "en-US", "Fixture.dll-Help.xml"), overwrite: true);
        return Path.Combine(directory, "Fixture.dll");
    }

    private static PSObject[] Items(PSObject source, string path) =>
        [.. path.Split('.').Aggregate(
            (PSObject[])[source],
            (current, name) => [.. current.SelectMany(item => LanguagePrimitives.GetEnumerable(item.Properties[name].Value)?.Cast<PSObject>()
                ?? [PSObject.AsPSObject(item.Properties[name].Value)])])];
}
