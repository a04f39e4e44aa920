using System;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Client.Slicing;

/// <summary>How many conversations may wait, of slices that are read before it is their turn.</summary>
/// <remarks>The slice whose turn it is never waits, so that the others cannot hold everything up.</remarks>
internal sealed class ReadAheadBudget
{
    private readonly object _gate = new();
    private readonly Func<int> _rows;
    private TaskCompletionSource<bool> _changed = NewSignal();
    private long _held;

    /// <summary>Makes a budget.</summary>
    /// <param name="rows">How many conversations may wait at present.</param>
    public ReadAheadBudget(Func<int> rows)
    {
        _rows = rows;
    }

    /// <summary>Waits until a slice may read on.</summary>
    /// <param name="slice">The slice.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when it may.</returns>
    public async Task WaitAsync(SliceReading slice, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Task changed;
            lock (_gate)
            {
                if (slice.IsItsTurn || _held < _rows())
                {
                    return;
                }

                changed = _changed.Task;
            }

            var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            using CancellationTokenRegistration _ = cancellationToken.Register(() => cancelled.TrySetResult(true));
            await Task.WhenAny(changed, cancelled.Task).ConfigureAwait(false);
        }
    }

    /// <summary>Takes note of conversations that wait.</summary>
    /// <param name="rows">How many more.</param>
    public void Hold(int rows)
    {
        lock (_gate)
        {
            _held += rows;
        }
    }

    /// <summary>Takes note of conversations that are on their way.</summary>
    /// <param name="rows">How many.</param>
    public void Release(int rows)
    {
        lock (_gate)
        {
            _held -= rows;
        }

        Wake();
    }

    /// <summary>Has the slices that wait look again.</summary>
    public void Wake()
    {
        TaskCompletionSource<bool> changed;
        lock (_gate)
        {
            changed = _changed;
            _changed = NewSignal();
        }

        changed.TrySetResult(true);
    }

    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
