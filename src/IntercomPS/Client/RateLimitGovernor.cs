using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Client;

/// <summary>Lets requests go as fast as the quota allows and the server bears, and no faster, for all sessions of one token in the process.</summary>
/// <remarks>
/// A request takes a permit before it is sent, in the order in which they ask, and gives it back with
/// what the answer says of the quota. Nothing is assumed of the limit: before the first answer, after a
/// refusal, and where a new window is only supposed, one request probes and the others wait for its answer.
/// </remarks>
internal sealed class RateLimitGovernor
{
    /// <summary>How long the others wait for a probe; a page of conversations can take 20 s.</summary>
    private static readonly TimeSpan LongestProbe = TimeSpan.FromSeconds(2);

    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly RateLimitWindow _window = new();
    private readonly ConcurrencyLimit _concurrency = new();
    private readonly LinkedList<RateLimitWaiter> _waiting = new();
    private DateTimeOffset _closedUntil = DateTimeOffset.MinValue;
    private DateTimeOffset? _probeSentAt;
    private int _inFlight;
    private int _refusals;
    private bool _answered;

    public RateLimitGovernor(TimeProvider time)
    {
        _time = time;
        _timer = time.CreateTimer(_ => LookAgain(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
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

    /// <summary>How many requests may be under way at once at present, as long as the quota lasts.</summary>
    public int Concurrency
    {
        get
        {
            lock (_gate)
            {
                return _concurrency.For(_window.Limit);
            }
        }
    }

    /// <summary>How long answers take at present, on average; null before the first one.</summary>
    public TimeSpan? Latency
    {
        get
        {
            lock (_gate)
            {
                return _concurrency.MeanLatency;
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
        cancellationToken.ThrowIfCancellationRequested();
        LinkedListNode<RateLimitWaiter> place;
        lock (_gate)
        {
            DateTimeOffset now = _time.GetUtcNow();
            if (_waiting.Count == 0 && TryGrant(now, out RateLimitPermit permit, out _))
            {
                return permit;
            }

            place = _waiting.AddLast(new RateLimitWaiter());
            LetGo(now);
        }

        using CancellationTokenRegistration stop = cancellationToken.Register(() => GiveUp(place));
        return await WaitAsync(place.Value, observer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives a permit back.</summary>
    /// <param name="permit">The permit.</param>
    /// <param name="answer">What became of its request.</param>
    public void Complete(RateLimitPermit permit, RateLimitAnswer answer)
    {
        lock (_gate)
        {
            DateTimeOffset now = _time.GetUtcNow();
            bool isFailure = answer.Outcome == RequestOutcome.Failed;
            if (isFailure || (answer is { Came: true, IsRefusal: false, Outcome: RequestOutcome.Good }))
            {
                _concurrency.Observe(answer.Kind ?? string.Empty, isFailure, _inFlight, permit.GrantedAt, now);
            }

            _inFlight--;
            _probeSentAt = permit.IsProbe ? null : _probeSentAt;
            _answered |= answer.Came;
            if (answer.Date is { } serverDate)
            {
                _window.Clock.Observe(serverDate, permit.GrantedAt, now);
            }

            bool isPresent = _window.Observe(answer.Headers, isCounted: !answer.IsRefusal, permit.GrantedAt, now);
            // Those that were under way when the first of them was refused tell nothing new. And a refusal
            // at the end of one window, heard of in the next, must not close that one.
            if (permit.GrantedAt >= _closedUntil && (isPresent || answer.RetryAfter is not null))
            {
                TakeVerdict(answer, now);
            }

            LetGo(now);
        }
    }

    private async Task<RateLimitPermit> WaitAsync(RateLimitWaiter waiter, IClientObserver observer, CancellationToken cancellationToken)
    {
        DateTimeOffset? told = null;
        try
        {
            while (true)
            {
                await waiter.News.ConfigureAwait(false);
                DateTimeOffset? until;
                DateTimeOffset now;
                lock (_gate)
                {
                    if (waiter.Permit is { } permit)
                    {
                        return permit;
                    }

                    if (waiter.IsCancelled)
                    {
                        throw new OperationCanceledException(cancellationToken);
                    }

                    waiter.Seen();
                    until = waiter.QuotaUntil;
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

    private void GiveUp(LinkedListNode<RateLimitWaiter> place)
    {
        lock (_gate)
        {
            if (place.List is not null)
            {
                _waiting.Remove(place);
                place.Value.Cancel();
            }
        }
    }

    private void LookAgain()
    {
        lock (_gate)
        {
            LetGo(_time.GetUtcNow());
        }
    }

    /// <summary>Gives permits to those that wait, the first ones first, and sees to it that the others are looked at again.</summary>
    private void LetGo(DateTimeOffset now)
    {
        while (_waiting.First is { } first)
        {
            if (!TryGrant(now, out RateLimitPermit permit, out RateLimitObstacle obstacle))
            {
                TellOfQuota(obstacle);
                if (obstacle.LookAgainAt is { } moment)
                {
                    // Timers have whole milliseconds; one that came before its time would only be set again.
                    double milliseconds = Math.Ceiling(Math.Max(0, (moment - now).TotalMilliseconds));
                    _timer.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
                }

                return;
            }

            _waiting.RemoveFirst();
            first.Value.Grant(permit);
        }
    }

    private void TellOfQuota(RateLimitObstacle obstacle)
    {
        if (obstacle is not { IsQuota: true, Until: { } until })
        {
            return;
        }

        // Those that came before have been told already.
        for (LinkedListNode<RateLimitWaiter>? place = _waiting.Last; place is not null && place.Value.QuotaUntil != until; place = place.Previous)
        {
            place.Value.Tell(until);
        }
    }

    private bool TryGrant(DateTimeOffset now, out RateLimitPermit permit, out RateLimitObstacle obstacle)
    {
        permit = default;
        obstacle = default;
        if (now < _closedUntil)
        {
            obstacle = new RateLimitObstacle(IsQuota: true, _closedUntil, _closedUntil);
            return false;
        }

        bool fits = _window.Allows(_inFlight, now);
        bool probe = !_answered || _refusals > 0 || _window.NeedsProbe;
        if (probe && _probeSentAt is { } sent && !(_answered && now - sent >= LongestProbe))
        {
            obstacle = new RateLimitObstacle(IsQuota: false, Until: null, _answered ? sent + LongestProbe : null);
            return false;
        }

        if (!fits)
        {
            bool isUsedUp = _window.IsUsedUp(now);
            obstacle = new RateLimitObstacle(isUsedUp, isUsedUp ? _window.EndsAt : null, _window.FitsAt(_inFlight));
            return false;
        }

        if (_inFlight >= _concurrency.For(_window.Limit))
        {
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
