using System;
using System.Diagnostics;
using System.IO;

namespace IntercomPS.Benchmarks.Processes;

/// <summary>This program, to be started once more.</summary>
internal static class Self
{
    /// <summary>How to start it, with its output read by us.</summary>
    public static ProcessStartInfo Start(params string[] arguments)
    {
        string program = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return new ProcessStartInfo(program, isHost ? [typeof(Self).Assembly.Location, .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
    }
}
