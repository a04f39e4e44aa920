using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using IntercomPS.ModuleTests.Harness;
using Xunit;

namespace IntercomPS.ModuleTests.Loading;

/// <summary>Whether each reference of each staged DLL leads to a staged file, to the engine or to the platform.</summary>
public sealed class ClosureTests
{
    /// <summary>PowerShell 7.4, the oldest that loads this folder, runs on .NET 8.</summary>
    private static readonly Version OldestRuntime = new(8, 0, 0, 0);

    [Fact]
    public void Every_reference_for_PowerShell_7_is_staged_or_in_NET_8()
    {
        string[] runtime = [.. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll").Select(file => Path.GetFileNameWithoutExtension(file))];

        // The version tells apart what later runtimes brought: nothing made for .NET 8 refers to its assemblies as 10.0.
        Assert.Empty(Unresolved("net8.0", reference => runtime.Contains(reference.Name) && reference.Version <= OldestRuntime));
    }

    [Fact]
    public void Every_reference_for_Windows_PowerShell_is_staged_or_in_NET_Framework()
    {
        IReadOnlyList<StagedAssembly> framework = StagedAssembly.ReadFolder(NetFrameworkReferences());

        Assert.NotEmpty(framework);
        Assert.Empty(Unresolved("net472", reference =>
            framework.Any(assembly => assembly.Satisfies(reference)) || IsAnsweredByTheLoader(reference)));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net472")]
    public void Managed_assemblies_lie_where_the_loader_looks(string framework)
    {
        string folder = RepositoryLayout.Binaries(framework);
        string native = Path.DirectorySeparatorChar + "native" + Path.DirectorySeparatorChar;

        IEnumerable<string> elsewhere = Directory.GetFiles(folder, "*.dll", SearchOption.AllDirectories)
            .Where(file => Path.GetDirectoryName(file) != folder && !file.Contains(native, StringComparison.Ordinal));

        Assert.Empty(elsewhere);
    }

    /// <summary>See ModuleAssemblyResolver: the tuples are in the core library of 4.7.2, whatever version is asked for.</summary>
    private static bool IsAnsweredByTheLoader(AssemblyName reference) => reference.Name == "System.ValueTuple";

    private static string[] Unresolved(string framework, Func<AssemblyName, bool> isOfPlatform)
    {
        IReadOnlyList<StagedAssembly> staged = StagedAssembly.ReadFolder(RepositoryLayout.Binaries(framework));
        return
        [
            .. from assembly in staged
               from reference in assembly.References
               where reference.Name != "System.Management.Automation"
               where !staged.Any(candidate => candidate.Satisfies(reference)) && !isOfPlatform(reference)
               select $"{assembly.Name.Name} needs {reference}",
        ];
    }

    private static string NetFrameworkReferences() =>
        typeof(ClosureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == nameof(NetFrameworkReferences)).Value!;
}
