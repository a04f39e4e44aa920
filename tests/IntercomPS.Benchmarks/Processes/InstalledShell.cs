using System;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace IntercomPS.Benchmarks.Processes;

/// <summary>A PowerShell that is installed on this machine.</summary>
internal static class InstalledShell
{
    /// <summary>The environment variable that names the executable where it is not on the PATH.</summary>
    public const string Variable = "INTERCOMPS_PWSH";

    /// <summary>The executable; null where there is none.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new FileNotFoundException($"{Variable} names a file that does not exist: {named}");
        }

        string file = OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh";
        return (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Join(folder, file))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>How to start it with a script, without what a user's profile would add.</summary>
    public static ProcessStartInfo Start(string executable, params string[] scriptAndArguments) =>
        new(executable, ["-NoProfile", "-NonInteractive", "-File", .. scriptAndArguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
}
