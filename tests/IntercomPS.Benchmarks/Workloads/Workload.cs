using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Tasks;

namespace IntercomPS.Benchmarks.Workloads;

/// <summary>What a child process runs, by name.</summary>
internal static class Workload
{
    /// <summary>A script in the PowerShell engine; its file, the module's and the script's further arguments follow.</summary>
    public const string Script = "script";

    /// <summary>The plain loop; the sandbox's address and the file to write follow.</summary>
    public const string PlainLoop = "loop";

    /// <summary>The bytes alone; the sandbox's address follows.</summary>
    public const string RawBytes = "raw";

    /// <summary>One page of bytes, several times; the sandbox's address follows.</summary>
    public const string RawPage = "page";

    /// <summary>Another client of the same quota; the sandbox's address, its requests a second, how many seconds, and the version of the API follow.</summary>
    public const string SteadyClient = "steady";

    /// <summary>Runs the workload that the arguments name, and writes its figures.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        switch (arguments)
        {
            case [Script, string file, .. string[] rest]:
                EngineScript.Run(file, rest, Console.Out);
                return 0;
            case [PlainLoop, string address, string path]:
                Write(await PlainLoopExport.RunAsync(new Uri(address), path).ConfigureAwait(false));
                return 0;
            case [RawBytes, string address]:
                Write(await RawBytesRead.RunAsync(new Uri(address)).ConfigureAwait(false));
                return 0;
            case [RawPage, string address]:
                Write(await RawPageRead.RunAsync(new Uri(address)).ConfigureAwait(false));
                return 0;
            case [SteadyClient, string address, string perSecond, string seconds, string apiVersion]:
                Write(await Workloads.SteadyClient.RunAsync(
                    new Uri(address), double.Parse(perSecond, CultureInfo.InvariantCulture), double.Parse(seconds, CultureInfo.InvariantCulture), apiVersion)
                    .ConfigureAwait(false));
                return 0;
            default:
                return 2;
        }
    }

    private static void Write(IReadOnlyDictionary<string, double> figures)
    {
        foreach ((string name, double value) in figures)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}={value}"));
        }

        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak={self.PeakWorkingSet64}"));
    }
}
