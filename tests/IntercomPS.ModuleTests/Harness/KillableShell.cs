using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.ModuleTests.Harness;

/// <summary>A script in a process of its own, through IntercomPS.Shell, that can be killed at any moment (SIGKILL).</summary>
internal sealed class KillableShell : IDisposable
{
    private readonly Process _process;
    private readonly string _script;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    internal KillableShell(string script, params string[] arguments)
    {
        _script = Path.Join(Path.GetTempPath(), $"IntercomPS-{Guid.NewGuid():N}.ps1");
        File.WriteAllText(_script, script);
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [RepositoryLayout.Shell, _script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        _process.Start();
        _output = _process.StandardOutput.ReadToEndAsync();
        _error = _process.StandardError.ReadToEndAsync();
    }

    internal bool HasEnded => _process.HasExited;

    /// <summary>Kills it as it is.</summary>
    /// <returns>Whether it was still running: else the kill hit nothing.</returns>
    internal async Task<bool> KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        return _process.ExitCode != 0;
    }

    /// <summary>Waits for its end, and gives what it wrote.</summary>
    internal async Task<ProcessResult> EndAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        return new ProcessResult(_process.ExitCode, await _output, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        File.Delete(_script);
    }
}
