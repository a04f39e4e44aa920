using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace IntercomPS.ModuleTests.Loading;

/// <summary>A DLL read as data, whatever framework it is for.</summary>
internal sealed class StagedAssembly
{
    private StagedAssembly(AssemblyName name, IReadOnlyList<AssemblyName> references)
    {
        Name = name;
        References = references;
    }

    internal AssemblyName Name { get; }

    internal IReadOnlyList<AssemblyName> References { get; }

    /// <summary>Every managed DLL of a folder and the folders in it.</summary>
    internal static IReadOnlyList<StagedAssembly> ReadFolder(string folder) =>
        [.. Directory.GetFiles(folder, "*.dll", SearchOption.AllDirectories).Select(Read).OfType<StagedAssembly>()];

    /// <summary>Whether a request for <paramref name="reference"/> may be answered with this one: same identity, same or higher version.</summary>
    internal bool Satisfies(AssemblyName reference) =>
        string.Equals(Name.Name, reference.Name, StringComparison.OrdinalIgnoreCase)
        && Name.Version >= reference.Version
        && (Name.GetPublicKeyToken() ?? []).SequenceEqual(reference.GetPublicKeyToken() ?? []);

    private static StagedAssembly? Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata || file.GetMetadataReader() is not { IsAssembly: true } metadata)
        {
            // A native library, or a module of an assembly of several files.
            return null;
        }

        IEnumerable<AssemblyName> references = metadata.AssemblyReferences
            .Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName());
        return new StagedAssembly(metadata.GetAssemblyDefinition().GetAssemblyName(), [.. references]);
    }
}
