using System;
using Flags = IntercomPS.Sandbox.SandboxFault;

namespace IntercomPS.Cmdlets.Sandbox;

/// <summary>The sandbox's own flags for the faults that a person names.</summary>
internal static class SandboxFaultFlags
{
    /// <summary>The flag of a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>The flag.</returns>
    public static Flags Of(SandboxFault fault) => fault switch
    {
        SandboxFault.ServerError => Flags.ServerError | Flags.EmptyServerError,
        SandboxFault.Reset => Flags.Reset,
        SandboxFault.Truncated => Flags.Truncated,
        SandboxFault.SlowPage => Flags.SlowPage,
        SandboxFault.MovingRows => Flags.MovingRows,
        SandboxFault.RefusedCursor => Flags.RefusedCursor,
        SandboxFault.TooManyRequests => Flags.TooManyRequests | Flags.TooManyRequestsRetryAfter,
        SandboxFault.Disappearing => Flags.Disappearing,
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
