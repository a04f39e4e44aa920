using System;
using IntercomPS.Sandbox;

namespace IntercomPS.Tests.Sandbox;

/// <summary>A sandbox that tests share as long as they only read.</summary>
public sealed class SandboxFixture : IDisposable
{
    public SandboxServer Server { get; } = SandboxServer.Start(new SandboxOptions { Conversations = 400, Seed = 7, RateLimit = 0, AcceptCxScoreFilter = true });

    public SandboxWorkspace Workspace => Server.Workspace;

    public void Dispose() => Server.Dispose();
}
