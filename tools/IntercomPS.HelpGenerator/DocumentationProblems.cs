using System.Collections.Generic;
using System.IO;

namespace IntercomPS.HelpGenerator;

/// <summary>Collects every problem of a run, so that one build shows all of them.</summary>
internal sealed class DocumentationProblems
{
    private readonly List<DocumentationProblem> _problems = [];
    private readonly HashSet<DocumentationProblem> _seen = [];

    public IReadOnlyList<DocumentationProblem> All => _problems;

    /// <summary>Adds a problem; the same one (of an inherited parameter's comment, say) is kept once.</summary>
    public void Add(string code, string subject, string message)
    {
        var problem = new DocumentationProblem(code, subject, message);
        if (_seen.Add(problem))
        {
            _problems.Add(problem);
        }
    }

    /// <summary>Writes each problem as one line that MSBuild's Exec task takes for an error: <c>origin : error CODE: text</c>.</summary>
    public void WriteTo(TextWriter writer, string origin)
    {
        foreach (DocumentationProblem problem in _problems)
        {
            writer.WriteLine($"{origin} : error {problem.Code}: {problem.Subject}: {problem.Message}");
        }
    }
}
