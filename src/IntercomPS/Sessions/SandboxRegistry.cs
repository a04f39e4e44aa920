using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Client;

namespace IntercomPS.Sessions;

/// <summary>The sandboxes of the process, the one started last in front.</summary>
internal static class SandboxRegistry
{
    private static readonly object Gate = new();
    private static readonly List<IntercomSandbox> Running = [];

    /// <summary>Takes note of a sandbox.</summary>
    /// <param name="sandbox">The sandbox, just started.</param>
    public static void Add(IntercomSandbox sandbox)
    {
        lock (Gate)
        {
            Running.Insert(0, sandbox);
        }
    }

    /// <summary>Stops a sandbox and forgets it.</summary>
    /// <param name="sandbox">The sandbox; null stops all.</param>
    public static void Stop(IntercomSandbox? sandbox)
    {
        List<IntercomSandbox> stopping;
        lock (Gate)
        {
            stopping = sandbox is null ? [.. Running] : [sandbox];
            Running.RemoveAll(stopping.Contains);
        }

        foreach (IntercomSandbox one in stopping)
        {
            one.Stop();
        }
    }

    /// <summary>How to connect to the sandbox started last.</summary>
    /// <returns>Its token and address.</returns>
    /// <exception cref="ArgumentException">None is running.</exception>
    public static (AccessToken Token, ConnectionDefaults Defaults) RequireConnection()
    {
        lock (Gate)
        {
            IntercomSandbox sandbox = Running.FirstOrDefault()
                ?? throw new ArgumentException("No sandbox is running in this process. Run Start-IntercomSandbox first.");
            return (new AccessToken(sandbox.AccessToken), new ConnectionDefaults(null, null, sandbox.BaseUri));
        }
    }
}
