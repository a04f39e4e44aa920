using System;
using System.IO;

namespace IntercomPS.Benchmarks.Processes;

/// <summary>The module as the build stages it.</summary>
internal static class StagedModule
{
    /// <summary>The full path of its manifest.</summary>
    public static string Manifest { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string manifest = Path.Join(folder.FullName, "output", "IntercomPS", "IntercomPS.psd1");
            if (File.Exists(manifest))
            {
                return manifest;
            }
        }

        throw new FileNotFoundException("There is no staged module above this program: build the solution first.");
    }
}
