using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;

namespace IntercomPS.HelpGenerator.Reflection;

/// <summary>The module's assembly, read as metadata only: none of its code runs.</summary>
internal sealed class ModuleAssembly : IDisposable
{
    private readonly MetadataLoadContext _context;
    private readonly Dictionary<string, Type> _types;

    private ModuleAssembly(MetadataLoadContext context, Assembly assembly)
    {
        _context = context;
        _types = assembly.GetTypes().ToDictionary(MemberId.Of, StringComparer.Ordinal);
        Cmdlets = [.. _types.Values
            .Where(type => type is { IsPublic: true, IsAbstract: false } && type.Attribute(AutomationNames.CmdletAttribute) is not null)
            .Select(type => new CmdletReflection(type))];
    }

    public IReadOnlyList<CmdletReflection> Cmdlets { get; }

    /// <summary>Loads the assembly with the references beside it, in the given directories, and in this tool's own runtime.</summary>
    /// <exception cref="HelpGenerationException">A reference that the assembly needs is not found.</exception>
    public static ModuleAssembly Load(CommandLineOptions options)
    {
        IEnumerable<string> directories =
            [Path.GetDirectoryName(options.Assembly)!, .. options.References, RuntimeEnvironment.GetRuntimeDirectory()];
        var context = new MetadataLoadContext(
            new PathAssemblyResolver(directories.SelectMany(directory => Directory.EnumerateFiles(directory, "*.dll"))));
        try
        {
            return new ModuleAssembly(context, context.LoadFromAssemblyPath(options.Assembly));
        }
        catch (Exception exception) when (exception is FileNotFoundException or FileLoadException)
        {
            context.Dispose();
            throw new HelpGenerationException($"{exception.Message} Name its directory with --reference.");
        }
    }

    /// <summary>The type of the module's own assembly with this documentation id (<c>T:…</c>), or null.</summary>
    public Type? FindType(string id) => _types.GetValueOrDefault(id);

    public bool Owns(Type type) => FindType(MemberId.Of(type)) == MemberId.Definition(type);

    /// <summary>The cmdlet that a class implements, or null.</summary>
    public CmdletReflection? FindCmdlet(Type type) => Cmdlets.FirstOrDefault(cmdlet => cmdlet.Class == type);

    public void Dispose() => _context.Dispose();
}
