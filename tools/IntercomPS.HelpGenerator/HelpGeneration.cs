using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using IntercomPS.HelpGenerator.Comments;
using IntercomPS.HelpGenerator.Descriptions;
using IntercomPS.HelpGenerator.Maml;
using IntercomPS.HelpGenerator.Reflection;

namespace IntercomPS.HelpGenerator;

/// <summary>One run: read the assembly and its comments, describe every cmdlet, write the help or say what is missing.</summary>
internal static class HelpGeneration
{
    /// <returns>The exit code: 0 when the help was written, 1 when anything is undocumented, malformed or unreadable.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter errors)
    {
        try
        {
            var options = CommandLineOptions.Parse(arguments);
            var problems = new DocumentationProblems();
            Generate(options, problems);
            problems.WriteTo(errors, Path.GetFileName(options.Assembly));
            return problems.All.Count == 0 ? 0 : 1;
        }
        catch (Exception exception) when (exception is HelpGenerationException or IOException or XmlException or BadImageFormatException)
        {
            errors.WriteLine($"IntercomPS.HelpGenerator : error {ProblemCodes.CannotRun}: {exception.Message}");
            return 1;
        }
    }

    /// <summary>Writes the help file unless there are problems; a file of an earlier run is then left as it was.</summary>
    public static void Generate(CommandLineOptions options, DocumentationProblems problems)
    {
        using ModuleAssembly module = ModuleAssembly.Load(options);
        var comments = new CommentReader(
            XmlDocumentation.Load(options.Documentation),
            new CrossReferences(module),
            problems);
        IReadOnlyList<CmdletDescription> cmdlets = new CmdletDescriber(module, comments, problems).DescribeAll();
        if (cmdlets.Count == 0)
        {
            throw new HelpGenerationException($"'{options.Assembly}' has no public cmdlet class.");
        }

        if (problems.All.Count == 0)
        {
            MamlWriter.Write(cmdlets.OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal), options.Output);
        }
    }
}
