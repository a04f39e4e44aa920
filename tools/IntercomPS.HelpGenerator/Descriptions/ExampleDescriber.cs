using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using IntercomPS.HelpGenerator.Comments;
using IntercomPS.HelpGenerator.Reflection;

namespace IntercomPS.HelpGenerator.Descriptions;

/// <summary>Describes the examples of a cmdlet: each has one piece of code and a text.</summary>
internal sealed class ExampleDescriber
{
    private const int LeastExamples = 2;

    private readonly CommentReader _comments;
    private readonly DocumentationProblems _problems;

    public ExampleDescriber(CommentReader comments, DocumentationProblems problems)
    {
        _comments = comments;
        _problems = problems;
    }

    public IReadOnlyList<ExampleDescription> DescribeAll(CmdletReflection cmdlet)
    {
        ExampleDescription[] examples = [.. _comments
            .Elements(MemberId.Of(cmdlet.Class), "example")
            .Select((example, index) => Describe(cmdlet.Name, example, index + 1))];
        if (examples.Length < LeastExamples)
        {
            _problems.Add(
                ProblemCodes.TooFewExamples,
                cmdlet.Name,
                $"has {examples.Length} <example>, and needs {LeastExamples} at least.");
        }

        return examples;
    }

    private ExampleDescription Describe(string cmdlet, XElement example, int number)
    {
        string subject = $"{cmdlet} example {number}";
        XElement[] code = [.. example.Elements("code")];
        XElement? title = example.Element("title");
        var description = new ExampleDescription(
            number,
            title is null ? string.Empty : string.Join(' ', _comments.Read(title.Nodes(), subject).Select(block => block.Text)),
            code.Length == 1 ? CodeText.Unindent(code[0].Value) : string.Empty,
            _comments.Read(example.Nodes().Where(node => node != title && !code.Contains(node)), subject));
        if (description.Code.Length == 0)
        {
            _problems.Add(ProblemCodes.IncompleteExample, subject, $"has {code.Length} <code>, and needs one that is not empty.");
        }

        if (description.Remarks.Count == 0)
        {
            _problems.Add(ProblemCodes.IncompleteExample, subject, "has no text; say in a <para> what the code shows.");
        }

        return description;
    }
}
