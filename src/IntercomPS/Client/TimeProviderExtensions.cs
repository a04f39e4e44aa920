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

    /// <summary>Waits for a task, at most for a while.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="task">The task.</param>
    /// <param name="longest">The longest wait; null waits for the task alone.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when either does.</returns>
    public static async Task WaitForAsync(this TimeProvider time, Task task, TimeSpan? longest, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        TimeSpan delay = longest is { } given ? (given > TimeSpan.Zero ? given : TimeSpan.Zero) : Timeout.InfiniteTimeSpan;
        Task timer = time.WaitAsync(delay, stop.Token);
        await Task.WhenAny(task, timer).ConfigureAwait(false);
        await CancelQuietlyAsync(stop, timer).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static async Task CancelQuietlyAsync(CancellationTokenSource stop, Task timer)
    {
        stop.Cancel();
        try
        {
            await timer.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The timer was not needed any more; the caller looks at its own token.
        }
    }
}
