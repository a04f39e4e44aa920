using System;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Client;

/// <summary>Waits and time-outs by an injected clock, alike on both frameworks.</summary>
internal static class TimeProviderExtensions
{
    /// <summary>Waits for a while.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="delay">How long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when the while is over.</returns>
    public static Task WaitAsync(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
#if NET
        Task.Delay(delay, time, cancellationToken);
#else
        time.Delay(delay, cancellationToken);
#endif

    /// <summary>A source that cancels itself after a while.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="delay">How long.</param>
    /// <returns>The source, to be disposed.</returns>
    public static CancellationTokenSource CancelAfter(this TimeProvider time, TimeSpan delay) =>
#if NET
        new(delay, time);
#else
        time.CreateCancellationTokenSource(delay);
#endif
}
