using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace IntercomPS.HelpGenerator.Reflection;

/// <summary>A property with [Parameter], and what its attributes say.</summary>
internal sealed class ParameterReflection
{
    public ParameterReflection(PropertyInfo property)
    {
        Property = property;
        Sets = [.. property.Attributes(AutomationNames.ParameterAttribute).Select(ParameterSetMembership.From)];
    }

    public PropertyInfo Property { get; }

    public string Name => Property.Name;

    public IReadOnlyList<ParameterSetMembership> Sets { get; }

    public bool IsParameter => Sets.Count > 0;

    /// <summary>Marked DontShow or Obsolete: it works, and help does not speak of it.</summary>
    public bool IsHidden =>
        Property.Attribute("System.ObsoleteAttribute") is not null
        || Property.Attributes(AutomationNames.ParameterAttribute).Any(attribute => attribute.Named<bool>("DontShow"));

    public bool IsSwitch => Property.PropertyType.FullName == AutomationNames.SwitchParameter;

    public bool SupportsWildcards => Property.Attribute(AutomationNames.SupportsWildcardsAttribute) is not null;

    public IEnumerable<string> Aliases =>
        Property.Attributes(AutomationNames.AliasAttribute).SelectMany(attribute => attribute.Positional<string>());

    /// <summary>The strings of [ValidateSet]; empty without one.</summary>
    public IEnumerable<string> ValidateSet =>
        Property.Attributes(AutomationNames.ValidateSetAttribute).SelectMany(attribute => attribute.Positional<string>());

    /// <summary>The text of [PSDefaultValue], or null: an initializer's value is not in the metadata.</summary>
    public string? DefaultValue
    {
        get
        {
            CustomAttributeData? attribute = Property.Attribute(AutomationNames.DefaultValueAttribute);
            return attribute?.Named<string>("Help") ?? attribute?.Named<object>("Value")?.ToString();
        }
    }
}
