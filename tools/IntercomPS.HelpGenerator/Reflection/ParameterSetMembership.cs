using System.Reflection;

namespace IntercomPS.HelpGenerator.Reflection;

/// <summary>One [Parameter] attribute: what a parameter is in one parameter set, or in all of them.</summary>
/// <param name="SetName">The set's name, or <see cref="AutomationNames.AllParameterSets"/>.</param>
/// <param name="Position">Zero-based; null when the parameter is only named.</param>
/// <param name="IsMandatory">The engine asks for it when it is not given.</param>
/// <param name="IsByValue">Takes whole objects from the pipeline.</param>
/// <param name="IsByPropertyName">Takes the property of its name, or of an alias, of objects from the pipeline.</param>
internal sealed record ParameterSetMembership(
    string SetName,
    int? Position,
    bool IsMandatory,
    bool IsByValue,
    bool IsByPropertyName)
{
    /// <summary>Named and optional in every set: what the engine's own parameters are.</summary>
    public static ParameterSetMembership OptionalEverywhere { get; } =
        new(AutomationNames.AllParameterSets, null, IsMandatory: false, IsByValue: false, IsByPropertyName: false);

    public static ParameterSetMembership From(CustomAttributeData attribute) => new(
        attribute.Named<string>("ParameterSetName") ?? AutomationNames.AllParameterSets,
        attribute.IsNamed("Position") ? attribute.Named<int>("Position") : null,
        attribute.Named<bool>("Mandatory"),
        attribute.Named<bool>("ValueFromPipeline"),
        attribute.Named<bool>("ValueFromPipelineByPropertyName"));

    public bool IsIn(string setName) => SetName == setName || SetName == AutomationNames.AllParameterSets;
}
