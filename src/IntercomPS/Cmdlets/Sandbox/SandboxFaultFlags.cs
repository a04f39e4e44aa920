using System;
using Flags = IntercomPS.Sandbox.SandboxFault;

namespace IntercomPS.Cmdlets.Sandbox;

/// <summary>The sandbox's own flags for the faults that a person names.</summary>
internal static class SandboxFaultFlags
{
    /// <summary>The flag of a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>The flag.</returns>
    public static Flags Of(IntercomSandboxFault fault) => fault switch
    {
        IntercomSandboxFault.ServerError => Flags.ServerError | Flags.EmptyServerError,
        IntercomSandboxFault.Reset => Flags.Reset,
        IntercomSandboxFault.Truncated => Flags.Truncated,
        IntercomSandboxFault.SlowPage => Flags.SlowPage,
        IntercomSandboxFault.MovingRows => Flags.MovingRows,
        IntercomSandboxFault.RefusedCursor => Flags.RefusedCursor,
        IntercomSandboxFault.TooManyRequests => Flags.TooManyRequests | Flags.TooManyRequestsRetryAfter,
        IntercomSandboxFault.Disappearing => Flags.Disappearing,
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
