#if !NET
using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Reflection;

namespace IntercomPS.Loader;

/// <summary>
/// Answers, on .NET Framework, the requests of our own assemblies for assemblies of our own folder.
/// </summary>
/// <remarks>
/// .NET Framework binds strong names exactly, and a module cannot bring binding redirects: System.Text.Json asks
/// for an older System.Memory than the one staged. All such differences go upward, so the simple name decides.
/// The handler stays for the life of the process, because the assemblies do too: they may ask for one
/// more after the module was removed.
/// </remarks>
internal sealed class ModuleAssemblyResolver
{
    private readonly string _folder;
    private readonly ConcurrentDictionary<string, Assembly> _loaded = new(StringComparer.OrdinalIgnoreCase);

    private ModuleAssemblyResolver(string folder)
    {
        _folder = folder;
    }

    /// <summary>Starts to answer for <paramref name="folder"/>, until the process ends.</summary>
    internal static ModuleAssemblyResolver Register(string folder)
    {
        var resolver = new ModuleAssemblyResolver(folder);
        AppDomain.CurrentDomain.AssemblyResolve += resolver.OnAssemblyResolve;
        return resolver;
    }

    /// <summary>Loads a file of our folder, apart from copies that others have loaded.</summary>
    /// <remarks>
    /// LoadFile and not LoadFrom: the latter hands out another module's copy where the identity is the same.
    /// The table is needed as the runtime asks anew for each assembly that refers to the file.
    /// </remarks>
    internal Assembly LoadFromFolder(string path) => _loaded.GetOrAdd(path, Assembly.LoadFile);

    private Assembly? OnAssemblyResolve(object? sender, ResolveEventArgs args)
    {
        var requested = new AssemblyName(args.Name);

        // On .NET Framework 4.7.2 the tuples are in the core library. The NuGet package knows it and brings no file,
        // yet some packages refer to a version of System.ValueTuple.dll above the framework's facade.
        if (requested.Name == "System.ValueTuple" && IsOurs(args.RequestingAssembly))
        {
            return typeof(ValueTuple).Assembly;
        }

        string path = Path.Combine(_folder, requested.Name + ".dll");
        return File.Exists(path) && MayAnswer(args.RequestingAssembly, requested, path) ? LoadFromFolder(path) : null;
    }

    /// <summary>Whether the request is ours, or nobody's and for exactly what we have or an older version of it.</summary>
    /// <remarks>
    /// The requesting assembly is unknown for Assembly.Load(string), Type.GetType and code made at run time. Such
    /// requests come from our dependencies as well as from strangers, who would only have failed without us.
    /// </remarks>
    private bool MayAnswer(Assembly? requesting, AssemblyName requested, string path)
    {
        if (requesting is not null && !requesting.IsDynamic)
        {
            return IsOurs(requesting);
        }

        AssemblyName staged = AssemblyName.GetAssemblyName(path);
        return requested.Version <= staged.Version && HaveSamePublicKeyToken(requested, staged);
    }

    private bool IsOurs(Assembly? requesting) =>
        requesting is { IsDynamic: false }
        && string.Equals(Path.GetDirectoryName(requesting.Location), _folder, StringComparison.OrdinalIgnoreCase);

    private static bool HaveSamePublicKeyToken(AssemblyName left, AssemblyName right) =>
        (left.GetPublicKeyToken() ?? []).SequenceEqual(right.GetPublicKeyToken() ?? []);
}
#endif
