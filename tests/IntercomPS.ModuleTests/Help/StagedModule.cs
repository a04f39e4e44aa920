using System;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace IntercomPS.ModuleTests.Help;

/// <summary>Where the build has staged the module.</summary>
internal static class StagedModule
{
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";

    public static string Manifest => Path.Combine(Folder, "IntercomPS.psd1");

    /// <summary>The cmdlets of the staged help file, each with the number of its examples.</summary>
    public static (string Name, int Examples)[] DescribedCmdlets() =>
        [.. XDocument.Load(Path.Combine(Folder, "en-US", "IntercomPS.dll-Help.xml")).Descendants(Command + "command")
            .Select(command => (
                command.Element(Command + "details")!.Element(Command + "name")!.Value,
                command.Descendants(Command + "example").Count()))];

    private static string Folder
    {
        get
        {
            for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
            {
                if (File.Exists(Path.Combine(directory.FullName, "IntercomPS.sln")))
                {
                    return Path.Combine(directory.FullName, "output", "IntercomPS");
                }
            }

            throw new DirectoryNotFoundException("No directory above the tests holds IntercomPS.sln.");
        }
    }
}
