using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace IntercomPS.Tests.Filtering;

/// <summary>A runspace of the real engine with Test-Filter.</summary>
internal sealed class FilterRunspace : IDisposable
{
    private readonly Runspace _runspace;

    internal FilterRunspace()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.Commands.Add(new SessionStateCmdletEntry("Test-Filter", typeof(TestFilterCommand), null));
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
    }

    /// <summary>Runs a script; an error that ends a command ends the script.</summary>
    internal IReadOnlyList<string> Run(string script)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        shell.AddScript($"try {{ {script} }} catch {{ throw }}", useLocalScope: false);
        return [.. shell.Invoke().Select(output => output?.ToString() ?? string.Empty)];
    }

    internal CommandCompletion Complete(string input)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        return CommandCompletion.CompleteInput(input, input.Length, null, shell);
    }

    public void Dispose() => _runspace.Dispose();
}
