using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Reflection;

namespace IntercomPS.HelpGenerator.Reflection;

/// <summary>Reads attributes by name: in a MetadataLoadContext no attribute can be instantiated.</summary>
internal static class AttributeReader
{
    public static IEnumerable<CustomAttributeData> Attributes(this MemberInfo member, string fullName) =>
        member.GetCustomAttributesData().Where(attribute => attribute.AttributeType.FullName == fullName);

    public static CustomAttributeData? Attribute(this MemberInfo member, string fullName) =>
        member.Attributes(fullName).FirstOrDefault();

    /// <summary>The value of a named argument; the type's default when it is not given.</summary>
    public static T? Named<T>(this CustomAttributeData attribute, string name) =>
        attribute.NamedArguments
            .Where(argument => argument.MemberName == name)
            .Select(argument => argument.TypedValue.Value)
            .OfType<T>()
            .FirstOrDefault();

    public static bool IsNamed(this CustomAttributeData attribute, string name) =>
        attribute.NamedArguments.Any(argument => argument.MemberName == name);

    /// <summary>The constructor's argument values of one type, those of a params array included.</summary>
    public static IEnumerable<T> Positional<T>(this CustomAttributeData attribute) =>
        attribute.ConstructorArguments
            .SelectMany(argument => argument.Value is ReadOnlyCollection<CustomAttributeTypedArgument> elements
                ? elements.Select(element => element.Value)
                : [argument.Value])
            .OfType<T>();
}
