using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using IntercomPS.HelpGenerator.Comments;
using IntercomPS.HelpGenerator.Reflection;

namespace IntercomPS.HelpGenerator.Descriptions;

/// <summary>Describes the parameters of a cmdlet from their comments and attributes.</summary>
internal sealed class ParameterDescriber
{
    private readonly CommentReader _comments;
    private readonly DocumentationProblems _problems;

    public ParameterDescriber(CommentReader comments, DocumentationProblems problems)
    {
        _comments = comments;
        _problems = problems;
    }

    /// <summary>The cmdlet's parameters in the order of declaration, then those that PowerShell adds.</summary>
    public IReadOnlyList<ParameterDescription> DescribeAll(CmdletReflection cmdlet) =>
        [.. cmdlet.Parameters.Select(parameter => Describe(cmdlet, parameter)), .. EngineParameters.Of(cmdlet)];

    private ParameterDescription Describe(CmdletReflection cmdlet, ParameterReflection parameter)
    {
        string subject = $"{cmdlet.Name} -{parameter.Name}";
        string id = MemberId.Of(parameter.Property);
        IReadOnlyList<TextBlock> summary = _comments.Read(id, "summary", subject);
        if (summary.Count == 0)
        {
            _problems.Add(
                ProblemCodes.UndocumentedParameter,
                subject,
                $"the property {id[2..]} has no <summary>; say what the parameter is for.");
        }

        return new ParameterDescription(parameter.Name, TypeNames.Friendly(parameter.Property.PropertyType), parameter.IsSwitch)
        {
            Description =
            [
                .. summary,
                .. _comments.Read(id, "value", subject),
                .. ValidationText.Of(parameter.Property),
            ],
            Sets = parameter.Sets,
            Aliases = [.. parameter.Aliases],
            AcceptedValues = [.. AcceptedValues(parameter)],
            DefaultValue = parameter.DefaultValue ?? (parameter.IsSwitch ? "False" : null),
            SupportsWildcards = parameter.SupportsWildcards,
        };
    }

    private IEnumerable<AcceptedValue> AcceptedValues(ParameterReflection parameter)
    {
        Type element = TypeNames.Element(parameter.Property.PropertyType);
        return element.IsEnum
            ? element.GetFields(BindingFlags.Public | BindingFlags.Static).Select(Describe)
            : parameter.ValidateSet.Select(value => new AcceptedValue(value, []));
    }

    private AcceptedValue Describe(FieldInfo member) =>
        new(member.Name, _comments.Read(MemberId.Of(member), "summary", $"{member.DeclaringType!.Name}.{member.Name}"));
}
