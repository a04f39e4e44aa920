using System;
using System.IO;

namespace IntercomPS.Shell;

/// <summary>Finds the module that the build has staged.</summary>
internal static class StagedModule
{
    /// <summary>The manifest, seen from the root of the repository.</summary>
    internal static readonly string RelativePath = Path.Join("output", "IntercomPS", "IntercomPS.psd1");

    /// <summary>The full path of the manifest, or <c>null</c> where no folder above this program has one.</summary>
    internal static string? Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string manifest = Path.Join(folder.FullName, RelativePath);
            if (File.Exists(manifest))
            {
                return manifest;
            }
        }

        return null;
    }
}
