using System;
using System.Collections.Generic;
using System.Linq;

namespace IntercomPS.HelpGenerator.Reflection;

/// <summary>How a type is called in help: as a PowerShell user would type it.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<string, string> Accelerators = new(StringComparer.Ordinal)
    {
        ["System.Boolean"] = "bool",
        ["System.Byte"] = "byte",
        ["System.Char"] = "char",
        ["System.Collections.Hashtable"] = "hashtable",
        ["System.Decimal"] = "decimal",
        ["System.Double"] = "double",
        ["System.Int32"] = "int",
        ["System.Int64"] = "long",
        ["System.Management.Automation.ScriptBlock"] = "scriptblock",
        ["System.Management.Automation.SwitchParameter"] = "switch",
        ["System.Object"] = "object",
        ["System.Single"] = "float",
        ["System.String"] = "string",
        ["System.UInt32"] = "uint",
        ["System.UInt64"] = "ulong",
        ["System.Uri"] = "uri",
    };

    /// <summary>The short name, as in a syntax line: <c>string[]</c>, <c>int</c>, <c>DateTimeOffset</c>.</summary>
    public static string Friendly(Type type)
    {
        Type core = WithoutNullable(type);
        if (core.IsArray)
        {
            return Friendly(core.GetElementType()!) + "[]";
        }

        if (core.IsGenericType)
        {
            IEnumerable<string> arguments = core.GetGenericArguments().Select(Friendly);
            return $"{core.Name[..core.Name.IndexOf('`', StringComparison.Ordinal)]}[{string.Join(',', arguments)}]";
        }

        return Accelerators.GetValueOrDefault(core.FullName ?? core.Name, core.Name);
    }

    /// <summary>The name with its namespace, as under INPUTS and OUTPUTS: <c>System.String</c>.</summary>
    public static string Full(Type type)
    {
        Type core = WithoutNullable(type);
        return core.IsGenericType || core.IsArray ? Friendly(core) : core.FullName ?? core.Name;
    }

    /// <summary>What one item of a parameter is: the element of an array, the value of a Nullable.</summary>
    public static Type Element(Type type)
    {
        Type core = WithoutNullable(type);
        return WithoutNullable(core.IsArray ? core.GetElementType()! : core);
    }

    private static Type WithoutNullable(Type type) =>
        type.IsConstructedGenericType && type.GetGenericTypeDefinition().FullName == "System.Nullable`1"
            ? type.GetGenericArguments()[0]
            : type;
}
