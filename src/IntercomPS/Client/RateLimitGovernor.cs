using System;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Client;

/// <summary>Lets requests go as fast as the quota allows and no faster, for all sessions of one token in the process.</summary>
/// <remarks>
/// A request takes a permit before it is sent, and gives it back with what the answer says of the
/// quota. Nothing is assumed of the limit: until the first answer one request is under way at a time.
/// </remarks>
internal sealed class RateLimitGovernor
{
    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private readonly RateLimitWindow _window = new();
    private TaskCompletionSource<bool> _changed = NewSignal();
    private DateTimeOffset _closedUntil = DateTimeOffset.MinValue;
    private int _inFlight;
    private int _refusals;
    private bool _answered;

    public RateLimitGovernor(TimeProvider time)
    {
        _time = time;
    }

    /// <summary>The quota as an answer last told it; null before the first answer that does.</summary>
    public RateLimitQuota? LastSeen
    {
        get
        {
            lock (_gate)
            {
                return _window.LastSeen;
            }
        }
    }

    /// <summary>Waits until a request may be sent.</summary>
    /// <param name="observer">Who is told of a wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The permit, to be given back through <see cref="Complete"/>.</returns>
    public async Task<RateLimitPermit> AcquireAsync(IClientObserver observer, CancellationToken cancellationToken)
    {
        bool waiting = false;
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Task changed;
                DateTimeOffset? until;
                DateTimeOffset now;
                lock (_gate)
                {
                    now = _time.GetUtcNow();
                    until = NextChance(now, out bool granted);
                    if (granted)
                    {
                        _inFlight++;
                        return new RateLimitPermit(now);
                    }

                    changed = _changed.Task;
                }

                if (!waiting)
                {
                    waiting = true;
                    observer.WaitBegan();
                }

                if (until is { } moment)
                {
                    observer.WaitingForQuota(moment, moment - now);
                }

                await _time.WaitForAsync(changed, until - now, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (waiting)
            {
                observer.WaitEnded();
            }
        }
    }

    /// <summary>Gives a permit back.</summary>
    /// <param name="permit">The permit.</param>
    /// <param name="headers">What the answer says of the quota; null where none came, or it says nothing.</param>
    /// <param name="date">The answer's Date header; null where none came.</param>
    /// <param name="refusal">Whether the answer was a 429.</param>
    /// <param name="retryAfter">How long the answer asks to wait.</param>
    public void Complete(RateLimitPermit permit, RateLimitHeaders? headers, DateTimeOffset? date, bool refusal, TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            DateTimeOffset now = _time.GetUtcNow();
            _inFlight--;
            _answered = true;
            if (date is { } serverDate)
            {
                _window.Clock.Observe(serverDate, permit.GrantedAt, now);
            }

            _window.Observe(headers, permit.GrantedAt, now);
            if (refusal)
            {
                CloseAfterRefusal(now, retryAfter);
            }
            else if (headers is not null)
            {
                _refusals = 0;
            }

            TaskCompletionSource<bool> changed = _changed;
            _changed = NewSignal();
            changed.TrySetResult(true);
        }
    }

    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Grants a permit, or tells when to ask again; null means as soon as an answer comes.</summary>
    private DateTimeOffset? NextChance(DateTimeOffset now, out bool granted)
    {
        granted = false;
        if (now < _closedUntil)
        {
            return _closedUntil;
        }

        if (!_answered)
        {
            granted = _inFlight == 0;
            return null;
        }

        granted = _window.Allows(_inFlight, now);
        return granted ? null : _window.EndsAt;
    }

    private void CloseAfterRefusal(DateTimeOffset now, TimeSpan? retryAfter)
    {
        _refusals++;
        var backOff = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(_refusals - 1, 5)));
        DateTimeOffset until = retryAfter is { } asked
            ? now + asked
            : _window.EndsAt > now ? _window.EndsAt.Value : now + backOff;
        _window.Exhaust();
        _closedUntil = until > _closedUntil ? until : _closedUntil;
    }
}
