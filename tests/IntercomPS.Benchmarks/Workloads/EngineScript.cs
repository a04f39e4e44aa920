using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace IntercomPS.Benchmarks.Workloads;

/// <summary>Runs a script in the real PowerShell engine, hosted in this process.</summary>
internal static class EngineScript
{
    /// <summary>Runs it, and writes what it puts out, a line each.</summary>
    /// <exception cref="RuntimeException">The script failed.</exception>
    public static void Run(string file, string[] arguments, TextWriter output)
    {
        using Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        runspace.Open();
        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddScript(File.ReadAllText(file));
        foreach (string argument in arguments)
        {
            shell.AddArgument(argument);
        }

        foreach (PSObject line in shell.Invoke())
        {
            output.WriteLine(line);
        }

        if (shell.HadErrors)
        {
            throw new RuntimeException(string.Join(" ", shell.Streams.Error.Select(error => error.ToString())));
        }
    }
}
