using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Benchmarks.Workloads;

namespace IntercomPS.Benchmarks.Processes;

/// <summary>One run of a workload in a process of its own, so that nothing is warm and its peak of memory is its own.</summary>
internal static class ChildRun
{
    /// <summary>The first argument that makes this program run a workload; its name and arguments follow.</summary>
    public const string Argument = "--child";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs a baseline.</summary>
    /// <param name="workload">Its name.</param>
    /// <param name="sandbox">The sandbox it talks to.</param>
    /// <param name="arguments">What follows the sandbox's address.</param>
    /// <returns>The figures it wrote: lines of NAME=NUMBER.</returns>
    public static Task<IReadOnlyDictionary<string, double>> RunAsync(string workload, SandboxProcess sandbox, params string[] arguments) =>
        RunAsync(Self.Start([Argument, workload, sandbox.BaseUri.OriginalString, .. arguments]), sandbox);

    /// <summary>Runs a script.</summary>
    /// <param name="script">The script's file name.</param>
    /// <param name="module">The module it imports.</param>
    /// <param name="sandbox">The sandbox it talks to; null for none.</param>
    /// <param name="shell">The PowerShell to run it in; null for the engine, hosted in this program.</param>
    /// <param name="arguments">What follows the sandbox's address.</param>
    /// <returns>The figures it wrote.</returns>
    public static Task<IReadOnlyDictionary<string, double>> RunScriptAsync(
        string script, string module, SandboxProcess? sandbox, string? shell = null, params string[] arguments)
    {
        string[] all = [ScriptFiles.PathOf(script), module, .. sandbox is null ? [] : new[] { sandbox.BaseUri.OriginalString }, .. arguments];
        return RunAsync(shell is null ? Self.Start([Argument, Workload.Script, .. all]) : InstalledShell.Start(shell, all), sandbox);
    }

    private static async Task<IReadOnlyDictionary<string, double>> RunAsync(ProcessStartInfo start, SandboxProcess? sandbox)
    {
        start.Environment["INTERCOM_ACCESS_TOKEN"] = sandbox?.AccessToken;
        using Process process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            string output = await process.StandardOutput.ReadToEndAsync(limit.Token).ConfigureAwait(false);
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            return process.ExitCode == 0
                ? ReadFigures(output)
                : throw new InvalidOperationException($"A run ended with the exit code {process.ExitCode}: {string.Join(' ', start.ArgumentList)}");
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"A run took longer than {Limit.TotalMinutes:0} minutes: {string.Join(' ', start.ArgumentList)}");
        }
    }

    private static Dictionary<string, double> ReadFigures(string output)
    {
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        using var reader = new StringReader(output);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('=') is [string name, string number] && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            {
                figures[name] = value;
            }
        }

        return figures;
    }
}
