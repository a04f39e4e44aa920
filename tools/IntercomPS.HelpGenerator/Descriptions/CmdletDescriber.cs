using System.Collections.Generic;
using System.Linq;
using IntercomPS.HelpGenerator.Comments;
using IntercomPS.HelpGenerator.Reflection;

namespace IntercomPS.HelpGenerator.Descriptions;

/// <summary>Puts together all that help says about each cmdlet of the module.</summary>
internal sealed class CmdletDescriber
{
    private readonly ModuleAssembly _module;
    private readonly CommentReader _comments;
    private readonly DocumentationProblems _problems;
    private readonly ParameterDescriber _parameters;
    private readonly PipelineDescriber _pipeline;
    private readonly ExampleDescriber _examples;
    private readonly LinkDescriber _links;

    public CmdletDescriber(ModuleAssembly module, CommentReader comments, DocumentationProblems problems)
    {
        _module = module;
        _comments = comments;
        _problems = problems;
        _parameters = new ParameterDescriber(comments, problems);
        _pipeline = new PipelineDescriber(module, comments, problems);
        _examples = new ExampleDescriber(comments, problems);
        _links = new LinkDescriber(comments, problems);
    }

    public IReadOnlyList<CmdletDescription> DescribeAll() => [.. _module.Cmdlets.Select(Describe)];

    private CmdletDescription Describe(CmdletReflection cmdlet)
    {
        string id = MemberId.Of(cmdlet.Class);
        IReadOnlyList<TextBlock> synopsis = _comments.Read(id, "summary", cmdlet.Name);
        if (synopsis.Count != 1)
        {
            _problems.Add(
                ProblemCodes.NoSynopsis,
                cmdlet.Name,
                $"the <summary> of {cmdlet.Class.FullName} has {synopsis.Count} paragraphs; say in one sentence what the cmdlet does.");
        }

        IReadOnlyList<TextBlock> description = _comments.Read(id, "remarks", cmdlet.Name);
        if (description.Count == 0)
        {
            _problems.Add(
                ProblemCodes.NoDescription,
                cmdlet.Name,
                $"{cmdlet.Class.FullName} has no <remarks>; describe what the cmdlet does and what to know about it.");
        }

        IReadOnlyList<ParameterDescription> parameters = _parameters.DescribeAll(cmdlet);
        return new CmdletDescription(cmdlet.Verb, cmdlet.Noun)
        {
            Synopsis = synopsis,
            Description = description,
            Parameters = parameters,
            Syntax = [.. SyntaxDescriber.Describe(cmdlet, parameters)],
            Inputs = PipelineDescriber.Inputs(cmdlet, parameters),
            Outputs = _pipeline.Outputs(cmdlet),
            Examples = _examples.DescribeAll(cmdlet),
            Links = _links.DescribeAll(cmdlet),
        };
    }
}
