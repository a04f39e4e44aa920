using System;
using System.Collections.Generic;
using System.IO;

namespace IntercomPS.HelpGenerator;

/// <summary>What the build asks for: which assembly, its XML documentation, where its references are, and the file to write.</summary>
internal sealed record CommandLineOptions(
    string Assembly,
    string Documentation,
    IReadOnlyList<string> References,
    string Output)
{
    private const string Usage =
        "Usage: IntercomPS.HelpGenerator --assembly FILE.dll --documentation FILE.xml [--reference DIRECTORY]... --output FILE.dll-Help.xml";

    /// <exception cref="HelpGenerationException">An option is unknown, has no value, is missing, or names something that is not there.</exception>
    public static CommandLineOptions Parse(IReadOnlyList<string> arguments)
    {
        var single = new Dictionary<string, string>(StringComparer.Ordinal);
        var references = new List<string>();
        for (int index = 0; index < arguments.Count; index += 2)
        {
            string name = arguments[index];
            if (name is not ("--assembly" or "--documentation" or "--reference" or "--output"))
            {
                throw new HelpGenerationException($"Unknown option '{name}'. {Usage}");
            }

            if (index + 1 == arguments.Count)
            {
                throw new HelpGenerationException($"Option {name} has no value. {Usage}");
            }

            string path = Path.GetFullPath(arguments[index + 1]);
            if (name == "--reference")
            {
                references.Add(ExistingDirectory(path));
            }
            else if (!single.TryAdd(name, path))
            {
                throw new HelpGenerationException($"Option {name} is given twice. {Usage}");
            }
        }

        return new CommandLineOptions(
            ExistingFile(Required(single, "--assembly")),
            ExistingFile(Required(single, "--documentation")),
            references,
            Required(single, "--output"));
    }

    private static string Required(Dictionary<string, string> single, string name) =>
        single.TryGetValue(name, out string? value)
            ? value
            : throw new HelpGenerationException($"Option {name} is missing. {Usage}");

    private static string ExistingFile(string path) =>
        File.Exists(path) ? path : throw new HelpGenerationException($"The file '{path}' does not exist.");

    private static string ExistingDirectory(string path) =>
        Directory.Exists(path) ? path : throw new HelpGenerationException($"The directory '{path}' does not exist.");
}
