using System;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Client;

/// <summary>Bounds how many fetches are under way, and how many have begun and were not taken yet, so that memory stays flat behind a slow one or a slow consumer.</summary>
/// <remarks>One starts them, one takes them.</remarks>
internal sealed class FetchSlots
{
    private const int FewestAhead = 16;

    private readonly object _gate = new();
    private readonly int _throttleLimit;
    private readonly Func<int> _concurrency;
    private TaskCompletionSource<bool>? _waiting;
    private int _underWay;
    private int _notTaken;

    /// <summary>Makes the slots.</summary>
    /// <param name="throttleLimit">How many may be under way, at most.</param>
    /// <param name="concurrency">Tells how many requests the governor lets go at present.</param>
    public FetchSlots(int throttleLimit, Func<int> concurrency)
    {
        _throttleLimit = throttleLimit;
        _concurrency = concurrency;
    }

    /// <summary>Waits until one more may begin.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when it may.</returns>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TaskCompletionSource<bool> waiting;
            lock (_gate)
            {
                if (_underWay < _throttleLimit && _notTaken < MostNotTaken())
                {
                    _underWay++;
                    _notTaken++;
                    return;
                }

                _waiting = waiting = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            using CancellationTokenRegistration stop = cancellationToken.Register(() => waiting.TrySetResult(false));
            await waiting.Task.ConfigureAwait(false);
        }
    }

    /// <summary>One has ended, well or not.</summary>
    public void Ended()
    {
        lock (_gate)
        {
            _underWay--;
            _waiting?.TrySetResult(true);
        }
    }

    /// <summary>One was taken.</summary>
    public void Taken()
    {
        lock (_gate)
        {
            _notTaken--;
            _waiting?.TrySetResult(true);
        }
    }

    /// <summary>Twice what can be under way: while half of them wait behind a slow one, the others keep the quota full.</summary>
    private int MostNotTaken() => Math.Min(2 * _throttleLimit, Math.Max(FewestAhead, 2 * _concurrency()));
}
