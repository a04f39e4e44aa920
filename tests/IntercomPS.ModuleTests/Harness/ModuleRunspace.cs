using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Threading;

namespace IntercomPS.ModuleTests.Harness;

/// <summary>
/// A runspace of the real engine, with the staged module imported. One a test, so that sessions do not leak between them.
/// </summary>
/// <example>
/// <code>
/// using ModuleRunspace runspace = ModuleRunspace.Open();
/// ScriptResult result = runspace.Run("Get-IntercomSession");
/// </code>
/// </example>
/// <remarks>
/// The module's assemblies are loaded once in the test process, and so is what they keep per process. What a test needs
/// fresh in that respect, it runs through <see cref="ShellProcess"/>.
/// </remarks>
internal sealed class ModuleRunspace : IDisposable
{
    private readonly Runspace _runspace;

    private ModuleRunspace(Runspace runspace)
    {
        _runspace = runspace;
    }

    /// <summary>Opens a runspace with the core cmdlets and the staged module.</summary>
    internal static ModuleRunspace Open() => Open(RepositoryLayout.StagedManifest);

    /// <summary>The same, with a host that the module's formatted output goes to.</summary>
    internal static ModuleRunspace Open(PSHost host) => Open(RepositoryLayout.StagedManifest, host);

    /// <summary>Opens a runspace with the core cmdlets alone, for tests that import the module themselves.</summary>
    internal static ModuleRunspace OpenWithoutModule() => Open(modulePath: null);

    /// <summary>Sets a variable of the runspace, for scripts to use.</summary>
    internal void SetVariable(string name, object? value) => _runspace.SessionStateProxy.SetVariable(name, value);

    /// <summary>Runs a script to its end and returns what it wrote to every stream. Never throws for what the script does.</summary>
    internal ScriptResult Run(string script)
    {
        using PowerShell shell = CreateShell(script);
        var output = new PSDataCollection<PSObject>();
        return Finish(shell, output, () => shell.Invoke(input: null, output));
    }

    /// <summary>
    /// The same, and an error that ends a command ends the script: it is the result's <see cref="ScriptResult.Failure"/>.
    /// By itself the engine writes such an error to the error stream and goes on with the next statement.
    /// </summary>
    internal ScriptResult RunToError(string script) => Run($"try {{ {script} }} catch {{ throw }}");

    /// <summary>Starts a script, and stops its pipeline as Ctrl+C does as soon as a condition holds.</summary>
    /// <param name="script">The script.</param>
    /// <param name="stopWhen">
    /// Tested against the running shell every 10 ms: its streams tell how far the script is. The second argument is the
    /// output so far.
    /// </param>
    /// <param name="timeout">How long to wait for the condition, 30 s if <c>null</c>. A stop is then asked for all the same.</param>
    internal StoppedScript RunAndStop(
        string script,
        Func<PSDataStreams, PSDataCollection<PSObject>, bool> stopWhen,
        TimeSpan? timeout = null)
    {
        using PowerShell shell = CreateShell(script);
        var output = new PSDataCollection<PSObject>();
        IAsyncResult running = shell.BeginInvoke<PSObject, PSObject>(input: null, output);
        bool reached = SpinWait.SpinUntil(
            () => running.IsCompleted || stopWhen(shell.Streams, output),
            timeout ?? TimeSpan.FromSeconds(30));

        var stopwatch = Stopwatch.StartNew();
        bool wasRunning = !running.IsCompleted;
        shell.Stop();
        ScriptResult result = Finish(shell, output, () => shell.EndInvoke(running));
        return new StoppedScript(result, reached && wasRunning, stopwatch.Elapsed);
    }

    /// <summary>What Tab offers at the end of a line.</summary>
    internal IReadOnlyList<CompletionResult> Complete(string line)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        return CommandCompletion.CompleteInput(line, line.Length, options: null, shell).CompletionMatches;
    }

    public void Dispose() => _runspace.Dispose();

    private static ModuleRunspace Open(string? modulePath, PSHost? host = null)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        if (modulePath is not null)
        {
            state.ImportPSModule([modulePath]);
        }

        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        Runspace runspace = host is null ? RunspaceFactory.CreateRunspace(state) : RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        return new ModuleRunspace(runspace);
    }

    private static ScriptResult Finish(PowerShell shell, PSDataCollection<PSObject> output, Action wait)
    {
        RuntimeException? failure = null;
        try
        {
            wait();
        }
        catch (RuntimeException exception)
        {
            failure = exception;
        }

        return new ScriptResult(shell.Streams, [.. output], failure);
    }

    private PowerShell CreateShell(string script)
    {
        PowerShell shell = PowerShell.Create(_runspace);
        return shell.AddScript(script, useLocalScope: false);
    }
}
