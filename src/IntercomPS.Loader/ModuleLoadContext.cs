#if NET
using System;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace IntercomPS.Loader;

/// <summary>
/// Holds the main assembly and its dependencies, managed and native, so that neither PowerShell's own copies
/// nor those of other modules stand in for them; only the runtime's own System.* assemblies do, where new enough.
/// </summary>
/// <remarks>
/// See "Resolving PowerShell module assembly dependency conflicts" in the PowerShell documentation. The context
/// is not collectible: PowerShell itself keeps references to cmdlet types until the process ends.
/// </remarks>
internal sealed class ModuleLoadContext : AssemblyLoadContext
{
    private readonly string _folder;

    internal ModuleLoadContext(string folder)
        : base(name: "IntercomPS", isCollectible: false)
    {
        _folder = folder;
    }

    /// <summary>Takes an assembly from our folder; <c>null</c> leaves it to the default context.</summary>
    /// <remarks>
    /// By simple name: our folder holds one version of each, the one that everything in it was built for.
    /// System.Management.Automation is not staged, so that the engine's own is found in the default context.
    /// </remarks>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string path = Path.Join(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) && !IsInFramework(assemblyName) ? LoadFromAssemblyPath(path) : null;
    }

    /// <summary>Whether the runtime itself brings the assembly, in the version asked for or a later one.</summary>
    /// <remarks>
    /// No module can put another copy in place of the runtime's, and the runtime's is compiled ahead of time: our copy of
    /// System.Text.Json, which .NET 8 needs, would have to be compiled anew in every process on .NET 10.
    /// </remarks>
    private static bool IsInFramework(AssemblyName wanted)
    {
        if (wanted.Name?.StartsWith("System.", StringComparison.Ordinal) != true)
        {
            return false;
        }

        string path = Path.Join(RuntimeEnvironment.GetRuntimeDirectory(), wanted.Name + ".dll");
        return File.Exists(path) && AssemblyName.GetAssemblyName(path).Version >= wanted.Version;
    }

    /// <summary>
    /// Takes a native library from <c>runtimes/RID/native</c>; zero leaves it to the runtime's own probing.
    /// </summary>
    /// <remarks>
    /// The runtime looks there only for what the application's own <c>.deps.json</c> names, and a module has none.
    /// </remarks>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        foreach (string path in NativeLibraryCandidates.For(_folder, unmanagedDllName))
        {
            if (File.Exists(path) && NativeLibrary.TryLoad(path, out IntPtr handle))
            {
                return handle;
            }
        }

        return IntPtr.Zero;
    }
}
#endif
