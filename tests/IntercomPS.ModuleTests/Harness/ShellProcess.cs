using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.ModuleTests.Harness;

/// <summary>Runs a script in a process of its own, through IntercomPS.Shell.</summary>
internal static class ShellProcess
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    /// <summary>Writes the script to a file, runs it with the arguments, and returns what the process wrote.</summary>
    internal static async Task<ProcessResult> RunAsync(string script, params string[] arguments)
    {
        string file = Path.Join(Path.GetTempPath(), $"IntercomPS-{Guid.NewGuid():N}.ps1");
        await File.WriteAllTextAsync(file, script);
        try
        {
            return await StartAsync([RepositoryLayout.Shell, file, .. arguments]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Runs a script file with the arguments, and returns what the process wrote.</summary>
    /// <param name="file">The script.</param>
    /// <param name="environment">Variables that the process has beside those of the test's own.</param>
    /// <param name="killWhen">Kills the process as soon as this is so, as a machine does that goes down; null lets it run.</param>
    /// <param name="arguments">The script's arguments.</param>
    internal static Task<ProcessResult> RunFileAsync(
        string file, IReadOnlyDictionary<string, string> environment, Func<bool>? killWhen, params string[] arguments) =>
        StartAsync([RepositoryLayout.Shell, file, .. arguments], environment, killWhen);

    private static async Task<ProcessResult> StartAsync(
        IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, Func<bool>? killWhen = null)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            process.StartInfo.Environment[name] = value;
        }

        process.Start();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using var deadline = new CancellationTokenSource(Timeout);
        try
        {
            while (killWhen is not null && !process.HasExited && !killWhen())
            {
                await Task.Delay(10, deadline.Token);
            }

            if (killWhen is not null)
            {
                process.Kill(entireProcessTree: true);
            }

            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The script still ran after {Timeout}. It had written:\n{await output}\n{await error}");
        }

        return new ProcessResult(process.ExitCode, await output, await error);
    }
}
