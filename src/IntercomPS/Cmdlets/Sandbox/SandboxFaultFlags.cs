using System;
using IntercomPS.Sandbox;

namespace IntercomPS.Cmdlets.Sandbox;

/// <summary>The sandbox's own flags for the faults that a person names.</summary>
internal static class SandboxFaultFlags
{
    /// <summary>The flag of a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>The flag.</returns>
    public static SandboxFaults Of(SandboxFault fault) => fault switch
    {
        SandboxFault.ServerError => SandboxFaults.ServerError,
        SandboxFault.Reset => SandboxFaults.Reset,
        SandboxFault.Truncated => SandboxFaults.Truncated,
        SandboxFault.SlowPage => SandboxFaults.SlowPage,
        SandboxFault.MovingRows => SandboxFaults.MovingRows,
        SandboxFault.RefusedCursor => SandboxFaults.RefusedCursor,
        SandboxFault.TooManyRequests => SandboxFaults.TooManyRequests,
        SandboxFault.Disappearing => SandboxFaults.Disappearing,
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
