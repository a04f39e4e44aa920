using System;
using IntercomPS.Sandbox;

namespace IntercomPS.Tests.Sandbox;

/// <summary>Starts the same small workspace with the faults asked for.</summary>
internal static class FaultySandbox
{
    public static SandboxServer Start(SandboxFault faults, double faultRate = 1, TimeSpan? slowPageDelay = null)
        => SandboxServer.Start(new SandboxOptions
        {
            Conversations = 120,
            Seed = 3,
            Faults = faults,
            FaultRate = faultRate,
            SlowPageDelay = slowPageDelay ?? TimeSpan.FromSeconds(30),
            Now = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
        });
}
