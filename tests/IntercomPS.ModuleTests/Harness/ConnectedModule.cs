using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using IntercomPS.Sandbox;

namespace IntercomPS.ModuleTests.Harness;

/// <summary>
/// A sandbox of the test's own process, and a runspace that is connected to it over HTTP: what the module says can be
/// compared with what the sandbox holds and was asked.
/// </summary>
/// <remarks>The scripts find the sandbox's data in <c>$workspace</c>, its address in <c>$uri</c> and its token in <c>$token</c>.</remarks>
internal sealed class ConnectedModule : IDisposable
{
    /// <summary>The present of the sandbox's data, so that every run meets the same workspace.</summary>
    internal static readonly DateTimeOffset Present = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private ConnectedModule(SandboxServer server)
    {
        Server = server;
        Runspace = ModuleRunspace.Open();
        Runspace.SetVariable("workspace", server.Workspace);
        Runspace.SetVariable("uri", server.BaseUri);
        Runspace.SetVariable("token", SecureText.Of(server.AccessToken));
    }

    internal SandboxServer Server { get; }

    internal ModuleRunspace Runspace { get; }

    /// <summary>All conversations of the sandbox, in the module's own order: the newest first.</summary>
    internal IReadOnlyList<SandboxConversation> NewestFirst => [.. Server.Workspace.Conversations.Reverse()];

    /// <summary>Starts a sandbox and connects to it.</summary>
    /// <param name="options">The sandbox's options.</param>
    /// <param name="connect">Further parameters of Connect-Intercom.</param>
    internal static ConnectedModule Start(SandboxOptions options, string connect = "")
    {
        var module = new ConnectedModule(SandboxServer.Start(options));
        module.Connect(connect);
        return module;
    }

    /// <summary>Connects anew.</summary>
    /// <param name="parameters">Further parameters of Connect-Intercom.</param>
    internal void Connect(string parameters) =>
        Run($"Connect-Intercom -AccessToken $token -BaseUri $uri {parameters}").Succeeded();

    internal ScriptResult Run(string script) => Runspace.Run(script);

    /// <summary>Runs a script that must succeed, and gives the ids of the conversations that it wrote.</summary>
    internal IReadOnlyList<string> Ids(string script) =>
        [.. Run(script).Succeeded().Select(output => (string)output.Properties["Id"].Value)];

    /// <summary>Runs a script that must end with an error, and gives that error.</summary>
    internal ErrorRecord Failure(string script)
    {
        const string NoError = "The script ended without an error.";
        IReadOnlyList<PSObject> output = Run($"try {{ $null = & {{ {script} }}; '{NoError}' }} catch {{ $_ }}").Output;
        return output.Single().BaseObject as ErrorRecord ?? throw new Xunit.Sdk.XunitException(NoError);
    }

    /// <summary>The requests that the sandbox answered while something was done.</summary>
    internal IReadOnlyList<SandboxRequest> RequestsDuring(Action action)
    {
        int before = Server.Counters.Recent.Count;
        action();
        return [.. Server.Counters.Recent.Skip(before)];
    }

    public void Dispose()
    {
        Runspace.Dispose();
        Server.Dispose();
    }
}
