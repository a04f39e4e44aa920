using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace IntercomPS.Pipeline;

/// <summary>Resolves a path as the shell does, whose location is not the process's own.</summary>
internal static class FileSystemPath
{
    /// <summary>Resolves the path of a file that need not exist. Wildcards are taken as they are.</summary>
    /// <param name="state">The caller's session state.</param>
    /// <param name="path">The path, relative or on a drive of the shell's.</param>
    /// <returns>The full path in the file system.</returns>
    /// <exception cref="ArgumentException">The path is not one of the file system.</exception>
    public static string Resolve(SessionState state, string path)
    {
        try
        {
            string resolved = state.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return provider.Name == "FileSystem"
                ? resolved
                : throw new ArgumentException($"The path '{path}' belongs to the provider {provider.Name}, not to the file system.");
        }
        catch (Exception exception) when (exception is DriveNotFoundException or ProviderNotFoundException)
        {
            throw new ArgumentException($"The path '{path}' cannot be resolved: {exception.Message}", exception);
        }
    }

    /// <summary>Resolves the paths of files that exist, several where there are wildcards.</summary>
    /// <param name="state">The caller's session state.</param>
    /// <param name="path">The path, relative or on a drive of the shell's.</param>
    /// <param name="literal">Whether wildcards are taken as they are; they are too where a file has that very name.</param>
    /// <returns>Full paths in the file system; the one path, even where nothing is there, unless it has wildcards.</returns>
    /// <exception cref="ArgumentException">The path is not one of the file system.</exception>
    public static IReadOnlyList<string> Expand(SessionState state, string path, bool literal)
    {
        string resolved = Resolve(state, path);
        return literal || System.IO.File.Exists(resolved) || !WildcardPattern.ContainsWildcardCharacters(path)
            ? [resolved]
            : [.. state.Path.GetResolvedProviderPathFromPSPath(path, out _)];
    }
}
