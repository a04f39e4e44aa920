using System;
using System.IO;

namespace IntercomPS.ModuleTests.Harness;

/// <summary>Where the build puts what the tests use.</summary>
internal static class RepositoryLayout
{
    internal static readonly string Root = FindRoot();

    /// <summary>The folder of the staged module.</summary>
    internal static readonly string StagedModule = Path.Join(Root, "output", "IntercomPS");

    internal static readonly string StagedManifest = Path.Join(StagedModule, "IntercomPS.psd1");

    /// <summary>The shell, of the configuration and framework that these tests were built for.</summary>
    internal static readonly string Shell = Path.Join(
        Root,
        "src",
        "IntercomPS.Shell",
        Path.GetRelativePath(Path.Join(Root, "tests", "IntercomPS.ModuleTests"), AppContext.BaseDirectory),
        "IntercomPS.Shell.dll");

    /// <summary>The staged DLLs for one framework.</summary>
    /// <param name="framework"><c>net8.0</c> or <c>net472</c>.</param>
    internal static string Binaries(string framework) => Path.Join(StagedModule, "bin", framework);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Join(folder.FullName, "IntercomPS.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new DirectoryNotFoundException($"IntercomPS.sln is in no folder above '{AppContext.BaseDirectory}'.");
    }
}
