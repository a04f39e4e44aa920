using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;
using Xunit;

namespace IntercomPS.ModuleTests.Help;

/// <summary>A fresh runspace of the bare engine with the staged module imported, in an empty directory of its own.</summary>
internal sealed class HelpRunspace : IDisposable
{
    private readonly DirectoryInfo _location = Directory.CreateTempSubdirectory("IntercomPS-help-");
    private readonly Runspace _runspace;

    public HelpRunspace()
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        }

        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
        _runspace.SessionStateProxy.Path.SetLocation(_location.FullName);
        Invoke("Import-Module $args[0]", StagedModule.Manifest);
    }

    /// <summary>Runs a script in the session's scope; any error, terminating or not, fails the test.</summary>
    public IReadOnlyList<PSObject> Invoke(string script, params object[] arguments)
    {
        (IReadOnlyList<PSObject> output, string[] errors) = Try(script, arguments);
        Assert.True(errors.Length == 0, $"{script}\nfailed with:\n{string.Join('\n', errors)}");
        return output;
    }

    public void Dispose()
    {
        _runspace.Dispose();
        _location.Delete(recursive: true);
    }

    private (IReadOnlyList<PSObject> Output, string[] Errors) Try(string script, object[] arguments)
    {
        using var shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        foreach (object argument in arguments)
        {
            shell.AddArgument(argument);
        }

        IReadOnlyList<PSObject> output = [];
        string[] terminating = [];
        try
        {
            output = shell.Invoke();
        }
        catch (RuntimeException exception)
        {
            terminating = [Describe(exception.ErrorRecord)];
        }

        return (output, [.. shell.Streams.Error.Select(Describe), .. terminating]);
    }

    private static string Describe(ErrorRecord error) => $"{error.FullyQualifiedErrorId}: {error}";
}
