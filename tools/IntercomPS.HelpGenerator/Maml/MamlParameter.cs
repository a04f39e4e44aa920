using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using IntercomPS.HelpGenerator.Descriptions;
using IntercomPS.HelpGenerator.Reflection;

namespace IntercomPS.HelpGenerator.Maml;

/// <summary>Writes a parameter as MAML: short in a syntax line, in full in the list of parameters.</summary>
internal static class MamlParameter
{
    public static XElement InSyntax(SyntaxParameter item) => new(
        MamlNames.Command + "parameter",
        Attributes(item.Parameter, [item.Membership]),
        new XElement(MamlNames.Maml + "name", item.Parameter.Name),
        ValueGroup(item.Parameter),
        Value(item.Parameter),
        Type(item.Parameter));

    public static XElement InFull(ParameterDescription parameter) => new(
        MamlNames.Command + "parameter",
        Attributes(parameter, parameter.Sets),
        new XElement(MamlNames.Maml + "name", parameter.Name),
        new XElement(MamlNames.Maml + "description", MamlText.Blocks(parameter.Description)),
        Value(parameter),
        Type(parameter),
        new XElement(MamlNames.Dev + "defaultValue", parameter.DefaultValue ?? "None"),
        PossibleValues(parameter));

    private static IEnumerable<XAttribute> Attributes(
        ParameterDescription parameter,
        IReadOnlyList<ParameterSetMembership> sets) =>
    [
        new("required", Boolean(sets.Any(set => set.IsMandatory))),
        new("variableLength", Boolean(parameter.TypeName.EndsWith("[]", StringComparison.Ordinal))),
        new("globbing", Boolean(parameter.SupportsWildcards)),
        new("pipelineInput", PipelineInput(sets)),
        new("position", sets.FirstOrDefault(set => set.Position is not null)?.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
        new("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
    ];

    private static string PipelineInput(IReadOnlyList<ParameterSetMembership> sets) =>
        (sets.Any(set => set.IsByValue), sets.Any(set => set.IsByPropertyName)) switch
        {
            (true, true) => "True (ByPropertyName, ByValue)",
            (true, false) => "True (ByValue)",
            (false, true) => "True (ByPropertyName)",
            _ => "False",
        };

    // A switch takes no value: with this element, the engine's view would ask for one.
    private static XElement? Value(ParameterDescription parameter) => parameter.IsSwitch ? null : ParameterValue(parameter.TypeName);

    private static XElement? ValueGroup(ParameterDescription parameter) => parameter.AcceptedValues.Count == 0
        ? null
        : new XElement(
            MamlNames.Command + "parameterValueGroup",
            parameter.AcceptedValues.Select(value => ParameterValue(value.Name)));

    private static XElement ParameterValue(string text) => new(
        MamlNames.Command + "parameterValue",
        new XAttribute("required", "true"),
        new XAttribute("variableLength", "false"),
        text);

    private static XElement Type(ParameterDescription parameter) =>
        new(MamlNames.Dev + "type", new XElement(MamlNames.Maml + "name", parameter.TypeName));

    private static XElement? PossibleValues(ParameterDescription parameter) => parameter.AcceptedValues.Count == 0
        ? null
        : new XElement(
            MamlNames.Dev + "possibleValues",
            parameter.AcceptedValues.Select(value => new XElement(
                MamlNames.Dev + "possibleValue",
                new XElement(MamlNames.Dev + "value", value.Name),
                value.Description.Count == 0
                    ? null
                    : new XElement(MamlNames.Maml + "description", MamlText.Paragraphs(value.Description)))));

    private static string Boolean(bool value) => value ? "true" : "false";
}
