using System;
using System.Linq;
using System.Reflection;
using IntercomPS.HelpGenerator.Reflection;

namespace IntercomPS.HelpGenerator.Comments;

/// <summary>Says what a <c>cref</c> is called in help: a cmdlet by its name, a parameter as <c>-Name</c>, the rest by their own names.</summary>
internal sealed class CrossReferences
{
    private readonly ModuleAssembly _module;

    public CrossReferences(ModuleAssembly module)
    {
        _module = module;
    }

    /// <param name="id">A documentation id such as <c>T:IntercomPS.Conversation</c>.</param>
    /// <returns>Null when the compiler could not resolve the reference (<c>!:…</c>).</returns>
    public string? Describe(string id) => id is [not '!', ':', ..]
        ? id[0] switch
        {
            'T' => DescribeType(id),
            'P' => DescribeProperty(id),
            'M' => SimpleName(id) + "()",
            _ => SimpleName(id),
        }
        : null;

    /// <summary>The cmdlet that a reference names, or null.</summary>
    public string? FindCmdletName(string id) =>
        _module.FindType(id) is { } type ? _module.FindCmdlet(type)?.Name : null;

    private string DescribeType(string id) =>
        FindCmdletName(id)
        ?? (_module.FindType(id) is { IsGenericTypeDefinition: false } type ? TypeNames.Friendly(type) : SimpleName(id));

    private string DescribeProperty(string id)
    {
        string name = SimpleName(id);
        string typeId = "T:" + id[2..id.LastIndexOf('.')];
        PropertyInfo? property = _module.FindType(typeId)?
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .FirstOrDefault(candidate => candidate.Name == name);
        return property is not null && new ParameterReflection(property).IsParameter ? "-" + name : name;
    }

    private static string SimpleName(string id)
    {
        int arguments = id.IndexOf('(', StringComparison.Ordinal);
        string path = arguments < 0 ? id[2..] : id[2..arguments];
        return path[(path.LastIndexOf('.') + 1)..].Split('`')[0];
    }
}
