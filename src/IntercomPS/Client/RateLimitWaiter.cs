using System;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Client;

/// <summary>One request that waits for its turn. What is told to it is told within the governor's lock; its observer is called outside.</summary>
internal sealed class RateLimitWaiter
{
    private readonly object _gate;
    private readonly TimeProvider _time;
    private TaskCompletionSource<bool> _news = NewSignal();
    private RateLimitPermit? _permit;
    private bool _isCancelled;

    /// <summary>Makes a waiter.</summary>
    /// <param name="gate">The governor's lock.</param>
    /// <param name="time">The clock.</param>
    public RateLimitWaiter(object gate, TimeProvider time)
    {
        _gate = gate;
        _time = time;
    }

    /// <summary>Until when the quota is used up, as last told; null where it waits for something else.</summary>
    public DateTimeOffset? QuotaUntil { get; private set; }

    /// <summary>Gives it its permit.</summary>
    /// <param name="permit">The permit.</param>
    public void Grant(RateLimitPermit permit)
    {
        _permit = permit;
        _news.TrySetResult(true);
    }

    /// <summary>Tells it that the quota is used up.</summary>
    /// <param name="until">Until when.</param>
    public void Tell(DateTimeOffset until)
    {
        QuotaUntil = until;
        _news.TrySetResult(true);
    }

    /// <summary>Ends its wait.</summary>
    public void Cancel()
    {
        _isCancelled = true;
        _news.TrySetResult(true);
    }

    /// <summary>Waits for the permit, outside of the lock, and tells of waits for the quota.</summary>
    /// <param name="observer">Who is told.</param>
    /// <param name="cancellationToken">Whose cancellation <see cref="Cancel"/> tells of.</param>
    /// <returns>The permit.</returns>
    public async Task<RateLimitPermit> WaitAsync(IClientObserver observer, CancellationToken cancellationToken)
    {
        DateTimeOffset? told = null;
        try
        {
            while (true)
            {
                await _news.Task.ConfigureAwait(false);
                DateTimeOffset? until;
                DateTimeOffset now;
                lock (_gate)
                {
                    if (_permit is { } permit)
                    {
                        return permit;
                    }

                    if (_isCancelled)
                    {
                        throw new OperationCanceledException(cancellationToken);
                    }

                    _news = NewSignal();
                    until = QuotaUntil;
                    now = _time.GetUtcNow();
                }

                if (until is { } moment)
                {
                    if (told is null)
                    {
                        observer.WaitBegan();
                    }

                    told = until;
                    observer.WaitingForQuota(moment, moment - now);
                }
            }
        }
        finally
        {
            if (told is not null)
            {
                observer.WaitEnded();
            }
        }
    }

    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
