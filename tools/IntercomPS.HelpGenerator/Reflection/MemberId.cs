using System;
using System.Reflection;

namespace IntercomPS.HelpGenerator.Reflection;

/// <summary>
/// The ids by which the compiler's documentation file names members, as in
/// "Documentation comments", annex D of the C# language specification (ECMA-334).
/// </summary>
internal static class MemberId
{
    public static string Of(Type type) => "T:" + TypePath(type);

    public static string Of(PropertyInfo property) => $"P:{TypePath(property.DeclaringType!)}.{property.Name}";

    public static string Of(FieldInfo field) => $"F:{TypePath(field.DeclaringType!)}.{field.Name}";

    /// <summary>A constructed generic type is documented at its definition.</summary>
    public static Type Definition(Type type) => type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;

    private static string TypePath(Type type)
    {
        Type definition = Definition(type);
        return (definition.FullName ?? definition.Name).Replace('+', '.');
    }
}
