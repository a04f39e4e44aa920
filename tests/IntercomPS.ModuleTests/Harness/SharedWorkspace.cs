using System;
using IntercomPS.Sandbox;

namespace IntercomPS.ModuleTests.Harness;

/// <summary>One connected sandbox of 400 conversations for all the tests of a class that only read.</summary>
public sealed class SharedWorkspace : IDisposable
{
    public SharedWorkspace() => Module = ConnectedModule.Start(Options);

    internal static SandboxOptions Options => new() { Conversations = 400, Seed = 11, Now = ConnectedModule.Present, RateLimit = 0 };

    internal ConnectedModule Module { get; }

    public void Dispose() => Module.Dispose();
}
