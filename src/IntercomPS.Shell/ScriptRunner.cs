using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

namespace IntercomPS.Shell;

/// <summary>Runs one script in a runspace that has the module imported.</summary>
internal sealed class ScriptRunner : IDisposable
{
    private readonly ScriptHost _host = new();
    private readonly string _modulePath;
    private volatile PowerShell? _running;
    private bool _stopRequested;

    /// <param name="modulePath">The manifest of the module to import.</param>
    internal ScriptRunner(string modulePath)
    {
        _modulePath = modulePath;
    }

    /// <summary>Runs the script to its end and returns the exit code of the process.</summary>
    internal int Run(string scriptPath, IEnumerable<CommandParameter> parameters)
    {
        try
        {
            using Runspace runspace = RunspaceFactory.CreateRunspace(_host, CreateSessionState());
            runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
            runspace.Open();
            Runspace.DefaultRunspace = runspace;
            return Invoke(runspace, scriptPath, parameters);
        }
        catch (RuntimeException failure)
        {
            // The module could not be imported.
            _host.UI.WriteErrorLine(failure.Message);
            return ExitCodes.TerminatingError;
        }
    }

    /// <summary>Asks the running script to stop, without waiting for it.</summary>
    /// <returns><c>false</c> where nothing runs or a stop was asked for already.</returns>
    internal bool Stop()
    {
        if (_running is not { } running || _stopRequested)
        {
            return false;
        }

        _stopRequested = true;
        running.BeginStop(null, null);
        return true;
    }

    public void Dispose() => _running?.Dispose();

    private InitialSessionState CreateSessionState()
    {
        // CreateDefault wants modules that come with PowerShell and not with its package.
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule([_modulePath]);
        if (OperatingSystem.IsWindows())
        {
            // Whoever starts a script by its path wants it run; the policy is for what a shell finds by itself.
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        }

        return state;
    }

    /// <remarks>
    /// The script runs as a function made of its file and named after it: the engine ends a script file at <c>exit</c> without telling
    /// the host, while in a function the exit reaches <see cref="PSHost.SetShouldExit"/>. pwsh has an internal
    /// switch for it (ScriptCommandProcessorShouldRethrowExit). Positions and $PSScriptRoot are those of the file.
    /// </remarks>
    private static ScriptBlock ParseFile(string scriptPath)
    {
        ScriptBlockAst script = Parser.ParseFile(scriptPath, out _, out ParseError[] errors);
        return errors.Length == 0 ? script.GetScriptBlock() : throw new ParseException(errors);
    }

    private int Invoke(Runspace runspace, string scriptPath, IEnumerable<CommandParameter> parameters)
    {
        string function = Path.GetFileName(scriptPath);
        runspace.SessionStateProxy.InvokeProvider.Item.Set(["Function:" + function], ParseFile(scriptPath), force: true, literalPath: true);
        var script = new Command(function, isScript: false, useLocalScope: false);
        foreach (CommandParameter parameter in parameters)
        {
            script.Parameters.Add(parameter);
        }

        // Merged, so that errors and output keep their order; Out-Default tells them apart again.
        script.MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        using PowerShell shell = PowerShell.Create(runspace);
        shell.Commands.AddCommand(script).AddCommand("Out-Default");
        _running = shell;
        try
        {
            shell.Invoke();
            return shell.InvocationStateInfo.State == PSInvocationState.Stopped ? ExitCodes.Stopped : _host.ExitCode ?? ExitCodes.Success;
        }
        catch (PipelineStoppedException)
        {
            return ExitCodes.Stopped;
        }
        catch (RuntimeException failure)
        {
            WriteError(runspace, failure.ErrorRecord);
            return ExitCodes.TerminatingError;
        }
        finally
        {
            _running = null;
        }
    }

    /// <summary>Has the engine format the error that ended the script, as it did those before.</summary>
    private void WriteError(Runspace runspace, ErrorRecord error)
    {
        // Only the engine can mark a record as one of the error stream; to anyone else's, Out-Default gives standard output.
        _host.RedirectOutputToError();
        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddCommand("Out-Default").AddParameter("InputObject", error).Invoke();
    }
}
