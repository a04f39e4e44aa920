using System;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Client;

/// <summary>Lets requests go as fast as the quota allows and no faster, for all sessions of one token in the process.</summary>
/// <remarks>
/// A request takes a permit before it is sent, and gives it back with what the answer says of the
/// quota. Nothing is assumed of the limit: before the first answer, after a refusal, and where a new
/// window is only supposed, one request probes and the others wait for its answer.
/// </remarks>
internal sealed class RateLimitGovernor
{
    /// <summary>How long the others wait for a probe; a page of conversations can take 20 s.</summary>
    private static readonly TimeSpan LongestProbe = TimeSpan.FromSeconds(2);

    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private readonly RateLimitWindow _window = new();
    private TaskCompletionSource<bool> _changed = NewSignal();
    private DateTimeOffset _closedUntil = DateTimeOffset.MinValue;
    private DateTimeOffset? _probeSentAt;
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

    /// <summary>The server's time now, and never ahead of it; by our own clock before the first answer.</summary>
    public DateTimeOffset ServerNow
    {
        get
        {
            lock (_gate)
            {
                return _window.Clock.ToServer(_time.GetUtcNow());
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
                bool forQuota;
                DateTimeOffset now;
                lock (_gate)
                {
                    now = _time.GetUtcNow();
                    if (TryGrant(now, out RateLimitPermit permit, out until, out forQuota))
                    {
                        return permit;
                    }

                    changed = _changed.Task;
                }

                if (forQuota && !waiting)
                {
                    waiting = true;
                    observer.WaitBegan();
                }

                if (forQuota && until is { } moment)
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
    /// <param name="answer">What became of its request.</param>
    public void Complete(RateLimitPermit permit, RateLimitAnswer answer)
    {
        lock (_gate)
        {
            DateTimeOffset now = _time.GetUtcNow();
            _inFlight--;
            _probeSentAt = permit.IsProbe ? null : _probeSentAt;
            _answered |= answer.Came;
            if (answer.Date is { } serverDate)
            {
                _window.Clock.Observe(serverDate, permit.GrantedAt, now);
            }

            _window.Observe(answer.Headers, permit.GrantedAt, now);
            // Those that were under way when the first of them was refused tell nothing new.
            if (permit.GrantedAt >= _closedUntil)
            {
                TakeVerdict(answer, now);
            }

            TaskCompletionSource<bool> changed = _changed;
            _changed = NewSignal();
            changed.TrySetResult(true);
        }
    }

    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Grants a permit, or tells until when to wait at most (null: for the next answer), and whether that is for the quota.</summary>
    private bool TryGrant(DateTimeOffset now, out RateLimitPermit permit, out DateTimeOffset? until, out bool forQuota)
    {
        permit = default;
        forQuota = now < _closedUntil;
        until = forQuota ? _closedUntil : null;
        if (forQuota)
        {
            return false;
        }

        bool allowed = _window.Allows(_inFlight, now);
        bool probe = !_answered || _refusals > 0 || _window.NeedsProbe;
        if (probe && _probeSentAt is { } sent && !(_answered && now - sent >= LongestProbe))
        {
            until = _answered ? sent + LongestProbe : null;
            return false;
        }

        if (!allowed)
        {
            until = _window.EndsAt;
            forQuota = _window.IsUsedUp(now);
            return false;
        }

        _inFlight++;
        _probeSentAt = probe ? now : _probeSentAt;
        permit = new RateLimitPermit(now, probe);
        return true;
    }

    private void TakeVerdict(RateLimitAnswer answer, DateTimeOffset now)
    {
        if (answer.IsRefusal)
        {
            _refusals++;
            var backOff = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(_refusals - 1, 5)));
            _closedUntil = answer.RetryAfter is { } asked ? now + asked : _window.EndsAt > now ? _window.EndsAt.Value : now + backOff;
            _window.Exhaust();
        }
        else if (answer.Came)
        {
            _refusals = 0;
        }
    }
}
