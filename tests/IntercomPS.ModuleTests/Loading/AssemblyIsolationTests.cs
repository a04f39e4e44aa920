using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Threading.Tasks;
using IntercomPS.ModuleTests.Harness;
using Xunit;

namespace IntercomPS.ModuleTests.Loading;

/// <summary>Where assemblies are loaded is a matter of the process: each test has one of its own, or looks without changing.</summary>
public sealed class AssemblyIsolationTests
{
    [Fact]
    public void The_main_assembly_is_in_a_load_context_of_our_own()
    {
        AssemblyLoadContext context = AssemblyLoadContext.GetLoadContext(MainAssembly())!;

        Assert.Equal("IntercomPS", context.Name);
        Assert.NotSame(AssemblyLoadContext.Default, context);
    }

    [Fact]
    public void Every_public_type_resolves_by_its_name()
    {
        Assembly main = MainAssembly();
        using ModuleRunspace runspace = ModuleRunspace.Open();
        Type[] types = [.. main.GetExportedTypes().Where(type => !type.IsNested && !type.IsGenericType)];

        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.Same(type, runspace.Run($"[{type.FullName}]").OutputOf<Type>().Single()));
    }

    [Fact]
    public void Each_staged_dependency_loads_from_our_folder_unless_the_runtime_itself_has_it_in_our_version_or_later()
    {
        var context = AssemblyLoadContext.GetLoadContext(MainAssembly())!;
        int ours = 0;

        foreach (string file in Directory.GetFiles(RepositoryLayout.Binaries("net8.0"), "*.dll"))
        {
            AssemblyName name = AssemblyName.GetAssemblyName(file);
            if (name.Name == "IntercomPS.Loader")
            {
                continue;
            }

            Assembly loaded = context.LoadFromAssemblyName(name);
            if (IsOfTheRuntime(name))
            {
                Assert.Same(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(loaded));
                continue;
            }

            ours++;
            Assert.Equal(file, loaded.Location);
            Assert.Same(context, AssemblyLoadContext.GetLoadContext(loaded));
        }

        Assert.True(ours >= 5, "The module's own and its libraries' assemblies are not there.");
    }

    [Fact]
    public void What_we_do_not_bring_is_the_engines()
    {
        var context = AssemblyLoadContext.GetLoadContext(MainAssembly())!;

        Assembly automation = context.LoadFromAssemblyName(new AssemblyName("System.Management.Automation"));

        Assert.Same(typeof(System.Management.Automation.PSObject).Assembly, automation);
    }

    [Fact]
    public async Task The_default_context_gets_nothing_of_ours_but_the_loader()
    {
        ProcessResult result = await ShellProcess.RunAsync(
            """
            $folder = [IO.Path]::GetDirectoryName((Get-Module IntercomPS).Path)
            [Runtime.Loader.AssemblyLoadContext]::Default.Assemblies |
                Where-Object { $_.Location.StartsWith($folder, [StringComparison]::OrdinalIgnoreCase) } |
                ForEach-Object { $_.GetName().Name }
            """);

        Assert.Equal("IntercomPS.Loader", result.Output.Trim());
    }

    [Fact]
    public async Task A_second_version_in_one_process_is_refused_with_what_to_do()
    {
        // Stands in for an older version of the module: its loader has our name and another version.
        ProcessResult result = await ShellProcess.RunAsync(
            """
            $manifest = [IO.Path]::ChangeExtension((Get-Module IntercomPS).Path, '.psd1')
            $name = [Reflection.AssemblyName]::new('IntercomPS.Loader, Version=0.0.9.0')
            [AppDomain]::CurrentDomain.SetData('IntercomPS.Loader', [Reflection.Emit.AssemblyBuilder]::DefineDynamicAssembly($name, 'Run'))
            $ErrorActionPreference = 'Stop'
            Import-Module $manifest -Force
            """);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("IntercomPS 0.0.9 is already loaded", result.Error, StringComparison.Ordinal);
        Assert.Contains("Start a new PowerShell session", result.Error, StringComparison.Ordinal);
    }

    private static Assembly MainAssembly()
    {
        using ModuleRunspace runspace = ModuleRunspace.Open();
        return runspace.Run("(Get-Command Connect-Intercom).ImplementingType.Assembly").OutputOf<Assembly>().Single();
    }

    private static bool IsOfTheRuntime(AssemblyName name)
    {
        string file = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name.Name + ".dll");
        return name.Name!.StartsWith("System.", StringComparison.Ordinal)
            && File.Exists(file)
            && AssemblyName.GetAssemblyName(file).Version >= name.Version;
    }
}
