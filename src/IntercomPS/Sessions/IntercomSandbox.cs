using System;
using IntercomPS.Sandbox;

namespace IntercomPS;

/// <summary>A running sandbox: a made-up Intercom workspace on this machine.</summary>
public sealed class IntercomSandbox
{
    internal IntercomSandbox(SandboxServer server)
    {
        Server = server;
    }

    /// <summary>Its address, on this machine's loopback.</summary>
    public Uri BaseUri => Server.BaseUri;

    /// <summary>The token that it accepts, made up like everything else in it; good for nothing elsewhere.</summary>
    public string AccessToken => Server.AccessToken;

    /// <summary>How many conversations it holds.</summary>
    public int Conversations => Server.Workspace.Conversations.Count;

    /// <summary>How many requests it has answered.</summary>
    public int Requests => Server.Counters.Total;

    /// <summary>How many of those it refused for want of quota (429).</summary>
    public int RateLimited => Server.Counters.TooManyRequests;

    /// <summary>Whether it runs.</summary>
    public bool IsRunning { get; private set; } = true;

    private SandboxServer Server { get; }

    /// <summary>The address.</summary>
    /// <returns>Such as http://127.0.0.1:49152/.</returns>
    public override string ToString() => BaseUri.ToString();

    internal void Stop()
    {
        IsRunning = false;
        Server.Stop();
    }
}
