using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using IntercomPS.HelpGenerator.Comments;
using IntercomPS.HelpGenerator.Reflection;

namespace IntercomPS.HelpGenerator.Descriptions;

/// <summary>Describes what a cmdlet takes from the pipeline and what it writes to it.</summary>
internal sealed class PipelineDescriber
{
    private readonly ModuleAssembly _module;
    private readonly CommentReader _comments;
    private readonly DocumentationProblems _problems;

    public PipelineDescriber(ModuleAssembly module, CommentReader comments, DocumentationProblems problems)
    {
        _module = module;
        _comments = comments;
        _problems = problems;
    }

    /// <summary>One entry a type; its parameters are a paragraph each.</summary>
    public static IReadOnlyList<TypeDescription> Inputs(
        CmdletReflection cmdlet,
        IReadOnlyList<ParameterDescription> parameters)
    {
        TypeDescription[] inputs = [.. cmdlet.Parameters
            .Join(parameters, bound => bound.Name, parameter => parameter.Name, (bound, parameter) => (bound, parameter))
            .Where(pair => pair.parameter.IsByValue || pair.parameter.IsByPropertyName)
            .GroupBy(pair => TypeNames.Full(TypeNames.Element(pair.bound.Property.PropertyType)), pair => Input(pair.parameter))
            .Select(group => new TypeDescription(group.Key, [.. group]))];
        return inputs.Length > 0 ? inputs : [TypeDescription.None("The cmdlet takes nothing from the pipeline.")];
    }

    public IReadOnlyList<TypeDescription> Outputs(CmdletReflection cmdlet)
    {
        TypeDescription[] outputs = [.. cmdlet.OutputTypes.Select(output => Output(cmdlet, output))];
        return outputs.Length > 0 ? outputs : [TypeDescription.None("The cmdlet writes nothing to the pipeline.")];
    }

    private static TextBlock Input(ParameterDescription parameter)
    {
        string how = (parameter.IsByValue, parameter.IsByPropertyName) switch
        {
            (true, true) => "by value or by property name",
            (true, false) => "by value",
            _ => "by property name",
        };
        string what = parameter.Description.Count > 0 ? " " + parameter.Description[0].Text : string.Empty;
        return TextBlock.Paragraph($"-{parameter.Name}, {how}.{what}");
    }

    private TypeDescription Output(CmdletReflection cmdlet, object output)
    {
        Type? type = output as Type ?? _module.FindType("T:" + output);
        if (type is null)
        {
            return new TypeDescription((string)output, []);
        }

        Type element = TypeNames.Element(type);
        IReadOnlyList<TextBlock> summary = _comments.ReadSummary(element);
        if (_module.Owns(element))
        {
            CheckDocumented(cmdlet, element, summary);
        }

        return new TypeDescription(TypeNames.Full(type), summary);
    }

    private void CheckDocumented(CmdletReflection cmdlet, Type type, IReadOnlyList<TextBlock> summary)
    {
        if (summary.Count == 0)
        {
            _problems.Add(
                ProblemCodes.UndocumentedOutputType,
                TypeNames.Full(type),
                $"{cmdlet.Name} writes this type, and it has no <summary>; say what one object is.");
        }

        for (Type? current = type; current is not null && _module.Owns(current); current = current.BaseType)
        {
            foreach (PropertyInfo property in current
                .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(property => !_comments.HasSummary(property)))
            {
                _problems.Add(
                    ProblemCodes.UndocumentedOutputProperty,
                    $"{TypeNames.Full(current)}.{property.Name}",
                    "the property of an output type has no <summary>; say what it is, its unit, and what null means.");
            }
        }
    }
}
