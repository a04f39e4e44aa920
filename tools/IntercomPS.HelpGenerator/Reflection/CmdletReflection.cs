using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace IntercomPS.HelpGenerator.Reflection;

/// <summary>A cmdlet class, and what its attributes say.</summary>
internal sealed class CmdletReflection
{
    private readonly CustomAttributeData _cmdlet;

    public CmdletReflection(Type type)
    {
        Class = type;
        _cmdlet = type.Attribute(AutomationNames.CmdletAttribute)!;
        Parameters = [.. DeclaredParameters(type).Where(parameter => !parameter.IsHidden)];
        ParameterSetNames = SetNames();
    }

    public Type Class { get; }

    public string Verb => (string)_cmdlet.ConstructorArguments[0].Value!;

    public string Noun => (string)_cmdlet.ConstructorArguments[1].Value!;

    public string Name => $"{Verb}-{Noun}";

    public bool SupportsShouldProcess => _cmdlet.Named<bool>("SupportsShouldProcess");

    public bool SupportsPaging => _cmdlet.Named<bool>("SupportsPaging");

    /// <summary>Where <c>Get-Help -Online</c> leads, or null.</summary>
    public string? HelpUri => _cmdlet.Named<string>("HelpUri");

    /// <summary>In the order of declaration, the class's own before its base classes'; hidden ones are left out.</summary>
    public IReadOnlyList<ParameterReflection> Parameters { get; }

    /// <summary>The default set first; <see cref="AutomationNames.AllParameterSets"/> alone when the class names none.</summary>
    public IReadOnlyList<string> ParameterSetNames { get; }

    /// <summary>The types of [OutputType], and the names that it gives as strings, without void.</summary>
    public IEnumerable<object> OutputTypes =>
        Class.Attributes(AutomationNames.OutputTypeAttribute)
            .SelectMany(attribute => attribute.Positional<object>())
            .Where(output => output is not Type { FullName: "System.Void" })
            .Distinct();

    private string[] SetNames()
    {
        string[] declared = [.. Parameters
            .SelectMany(parameter => parameter.Sets)
            .Select(set => set.SetName)
            .Where(name => name != AutomationNames.AllParameterSets)];
        string? first = _cmdlet.Named<string>("DefaultParameterSetName");
        string[] all = [.. (first is null ? declared : declared.Prepend(first)).Distinct()];
        return all.Length == 0 ? [AutomationNames.AllParameterSets] : all;
    }

    private static IEnumerable<ParameterReflection> DeclaredParameters(Type type)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (Type? current = type; IsBelowEngine(current); current = current!.BaseType)
        {
            foreach (PropertyInfo property in current!.GetProperties(
                BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            {
                var parameter = new ParameterReflection(property);
                if (seen.Add(property.Name) && parameter.IsParameter)
                {
                    yield return parameter;
                }
            }
        }
    }

    private static bool IsBelowEngine(Type? type) =>
        type is not null && type.FullName is not (AutomationNames.PSCmdlet or AutomationNames.Cmdlet);
}
