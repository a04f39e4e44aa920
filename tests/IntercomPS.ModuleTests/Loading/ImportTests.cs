using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using IntercomPS.ModuleTests.Harness;
using Xunit;

namespace IntercomPS.ModuleTests.Loading;

public sealed class ImportTests
{
    private const string ExportedCmdlets = "(Get-Module IntercomPS).ExportedCmdlets.Keys";
    private const string Import = "Import-Module $manifest -ErrorAction Stop;";
    private const string ImportAgain = "Import-Module $manifest -Force -ErrorAction Stop;";

    private static readonly IReadOnlyList<string> ManifestCmdlets = StagedManifest.Strings("CmdletsToExport");

    [Theory]
    [InlineData(Import)]
    [InlineData(Import + ImportAgain)]
    [InlineData(Import + ImportAgain + ImportAgain)]
    [InlineData(Import + "Remove-Module IntercomPS;" + Import)]
    [InlineData(Import + "Remove-Module IntercomPS;" + ImportAgain)]
    [InlineData(Import + ImportAgain + "Remove-Module IntercomPS;" + Import + ImportAgain)]
    public void Every_import_exports_the_cmdlets_of_the_manifest(string imports)
    {
        using ModuleRunspace runspace = OpenForImport();

        string[] exported = Strings(runspace.Run(imports + ExportedCmdlets));

        Assert.Equal(ManifestCmdlets.Order(), exported.Order());
    }

    [Theory]
    [InlineData(Import)]
    [InlineData(Import + ImportAgain)]
    [InlineData(Import + "Remove-Module IntercomPS;" + Import)]
    public void After_every_import_each_cmdlet_can_be_called_and_belongs_to_the_module(string imports)
    {
        using ModuleRunspace runspace = OpenForImport();

        string[] callable = Strings(runspace.Run(
            imports + "Get-Command -CommandType Cmdlet | Where-Object { $_.ModuleName -eq 'IntercomPS' } | ForEach-Object { $_.Name }"));

        Assert.Equal(ManifestCmdlets.Order(), callable.Order());
    }

    [Fact]
    public void The_module_exports_nothing_but_cmdlets()
    {
        using ModuleRunspace runspace = ModuleRunspace.Open();

        PSObject counts = Assert.Single(runspace.Run(
            "$m = Get-Module IntercomPS; [pscustomobject] @{ F = $m.ExportedFunctions.Count; V = $m.ExportedVariables.Count; A = $m.ExportedAliases.Count }").Succeeded());

        Assert.All(counts.Properties, count => Assert.Equal(0, count.Value));
    }

    [Fact]
    public void Removing_the_module_removes_its_cmdlets()
    {
        using ModuleRunspace runspace = ModuleRunspace.Open();

        ScriptResult result = runspace.Run("Remove-Module IntercomPS; Get-Command -Name '*-Intercom*'");

        Assert.Empty(result.Succeeded());
    }

    [Fact]
    public void Importing_writes_to_no_stream()
    {
        using ModuleRunspace runspace = OpenForImport();

        ScriptResult result = runspace.Run(ImportAgain);

        Assert.Equal(string.Empty, result.AllText.Trim());
    }

    [Fact]
    public void Two_runspaces_share_the_assembly_and_not_the_module()
    {
        using ModuleRunspace first = ModuleRunspace.Open();
        using ModuleRunspace second = ModuleRunspace.Open();

        first.Run("Remove-Module IntercomPS").Succeeded();

        Assert.Equal(ManifestCmdlets.Order(), Strings(second.Run(ExportedCmdlets)).Order());
    }

    private static ModuleRunspace OpenForImport()
    {
        ModuleRunspace runspace = ModuleRunspace.OpenWithoutModule();
        runspace.SetVariable("manifest", RepositoryLayout.StagedManifest);
        return runspace;
    }

    private static string[] Strings(ScriptResult result) => [.. result.Succeeded().Select(value => value.ToString())];
}
