using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using IntercomPS.ModuleTests.Harness;
using Xunit;

namespace IntercomPS.ModuleTests.Loading;

public sealed class ManifestTests
{
    [Fact]
    public void The_engine_accepts_the_manifest()
    {
        using ModuleRunspace runspace = ModuleRunspace.OpenWithoutModule();
        runspace.SetVariable("manifest", RepositoryLayout.StagedManifest);

        PSObject module = Assert.Single(runspace.Run("Test-ModuleManifest $manifest").Succeeded());

        Assert.Equal("IntercomPS", module.Properties["Name"].Value);
    }

    [Theory]
    [InlineData("net8.0", "IntercomPS.dll")]
    [InlineData("net8.0", "IntercomPS.Loader.dll")]
    [InlineData("net472", "IntercomPS.dll")]
    [InlineData("net472", "IntercomPS.Loader.dll")]
    public void The_version_of_the_manifest_is_that_of_the_assemblies(string framework, string file)
    {
        Version assembly = AssemblyName.GetAssemblyName(Path.Join(RepositoryLayout.Binaries(framework), file)).Version!;

        Assert.Equal(StagedManifest.Read()["ModuleVersion"], assembly.ToString(3));
    }

    [Fact]
    public void The_manifest_names_only_files_that_are_staged()
    {
        string[] named = [(string)StagedManifest.Read()["RootModule"]!, .. StagedManifest.Strings("FormatsToProcess")];

        Assert.All(named, file => Assert.True(File.Exists(Path.Join(RepositoryLayout.StagedModule, file)), file));
    }

    [Fact]
    public void The_manifest_exports_lists_and_never_wildcards()
    {
        // With a wildcard PowerShell would have to load the module to know its commands, and auto-loading would not work.
        string[] keys = ["CmdletsToExport", "FunctionsToExport", "AliasesToExport", "VariablesToExport"];

        Assert.DoesNotContain(keys.SelectMany(StagedManifest.Strings), name => name.Contains('*', StringComparison.Ordinal));
    }

    [Fact]
    public void The_manifest_has_what_the_gallery_asks_for()
    {
        Hashtable manifest = StagedManifest.Read();
        Hashtable gallery = StagedManifest.GalleryData();

        Assert.All(["GUID", "Author", "Description", "ModuleVersion"], key => Assert.False(string.IsNullOrWhiteSpace((string?)manifest[key]), key));
        Assert.All(["LicenseUri", "ProjectUri"], key => Assert.True(Uri.IsWellFormedUriString((string?)gallery[key], UriKind.Absolute), key));
        Assert.False(string.IsNullOrWhiteSpace((string?)gallery["ReleaseNotes"]));
        // A prerelease tag is letters and digits alone, or Publish-Module refuses it.
        Assert.Matches("^[a-zA-Z0-9]*$", (string?)gallery["Prerelease"]);
        // The Gallery refuses tags with spaces in them.
        Assert.DoesNotContain(((IEnumerable)gallery["Tags"]!).Cast<string>(), tag => tag.Contains(' ', StringComparison.Ordinal));
    }
}
