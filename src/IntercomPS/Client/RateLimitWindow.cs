using System;

namespace IntercomPS.Client;

/// <summary>The rate-limit window that the server is in, as far as its answers tell.</summary>
/// <remarks>
/// The server spreads its quota over fixed windows of 10 seconds. Its counter is known as of the
/// lowest Remaining seen in the window; what is under way may or may not be counted in it, so it is
/// taken off once more: that errs on the safe side, and is exact again as soon as the answers are in.
/// </remarks>
internal sealed class RateLimitWindow
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWindow = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(50);

    private int? _limit;
    private int _remaining;
    private int _ours;
    private DateTimeOffset _resetAt;
    private DateTimeOffset _beganAt;
    private double _othersPerSecond;
    private bool _confirmed;

    /// <summary>The server's clock against ours.</summary>
    public ServerClock Clock { get; } = new();

    /// <summary>When the window ends, by our clock; null where no answer told of one.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>The quota as last told; null before that.</summary>
    public RateLimitQuota? LastSeen { get; private set; }

    /// <summary>Whether one more request fits.</summary>
    /// <param name="inFlight">The requests under way.</param>
    /// <param name="now">The time, by our clock.</param>
    /// <returns>True when it fits, or the server tells of no limit.</returns>
    public bool Allows(int inFlight, DateTimeOffset now)
    {
        if (_limit is not { } limit)
        {
            return true;
        }

        if (now >= EndsAt)
        {
            Roll(limit, now);
        }

        return _remaining - inFlight > ReserveForOthers(limit, now);
    }

    /// <summary>Whether the window is only supposed to have begun, and what is left of it is doubtful: another client uses it too, or the server's clock is not known.</summary>
    public bool NeedsProbe => _limit is not null && !_confirmed && (_othersPerSecond > 0 || !Clock.IsKnown);

    /// <summary>Whether nothing is left of the window for us, whatever the answers under way say.</summary>
    /// <param name="now">The time, by our clock.</param>
    /// <returns>True when only the window's end can help.</returns>
    public bool IsUsedUp(DateTimeOffset now) => _limit is { } limit && _remaining <= ReserveForOthers(limit, now);

    /// <summary>Takes note of an answer.</summary>
    /// <param name="headers">What it says of the quota; null where it says nothing or never came.</param>
    /// <param name="sentAt">When its request was sent.</param>
    /// <param name="now">The time, by our clock.</param>
    public void Observe(RateLimitHeaders? headers, DateTimeOffset sentAt, DateTimeOffset now)
    {
        if (headers is null)
        {
            // It may have been counted all the same.
            _remaining = Math.Max(0, _remaining - 1);
            return;
        }

        // Sent after the window is supposed to have begun, it speaks of the present whatever it says.
        bool isPresent = sentAt >= _beganAt;
        if (_limit is null || headers.ResetAt > _resetAt || (!_confirmed && isPresent && headers.ResetAt < _resetAt))
        {
            Begin(headers, now);
        }
        else if (headers.ResetAt == _resetAt && (_confirmed || isPresent))
        {
            if (!_confirmed)
            {
                // The window was thought to be over and is not.
                _confirmed = true;
                EndsAt = EndOf(headers, now);
            }

            _ours++;
            _limit = headers.Limit;
            _remaining = Math.Min(_remaining, headers.Remaining);
        }
        else
        {
            return; // an answer of an earlier window that came late
        }

        LastSeen = new RateLimitQuota(headers.Limit, headers.Remaining, headers.ResetAt);
    }

    /// <summary>Marks the window as used up, after a 429.</summary>
    public void Exhaust() => _remaining = 0;

    private void Begin(RateLimitHeaders headers, DateTimeOffset now)
    {
        // A reset that slides with the time ends no window.
        if (_limit is { } limit && _confirmed && headers.ResetAt - _resetAt >= Length)
        {
            LearnOthers(limit);
        }

        _limit = headers.Limit;
        _remaining = headers.Remaining;
        _resetAt = headers.ResetAt;
        _beganAt = _confirmed ? now : _beganAt;
        _ours = 1;
        _confirmed = true;
        EndsAt = EndOf(headers, now);
    }

    private void Roll(int limit, DateTimeOffset now)
    {
        if (_confirmed)
        {
            LearnOthers(limit);
        }

        _remaining = limit;
        _ours = 0;
        _beganAt = now;
        _confirmed = false;
        EndsAt = now + Length;
    }

    private void LearnOthers(int limit)
    {
        double seen = Math.Max(0, limit - _remaining - _ours) / Length.TotalSeconds;
        _othersPerSecond = seen < 0.5 ? 0 : (_othersPerSecond + seen) / 2;
    }

    /// <summary>What other clients will take while our next answer is under way: half a second of theirs.</summary>
    private int ReserveForOthers(int limit, DateTimeOffset now)
    {
        double secondsLeft = EndsAt is { } end ? Math.Max(0, (end - now).TotalSeconds) : 0;
        return (int)Math.Min(limit / 10.0, Math.Ceiling(_othersPerSecond * Math.Min(0.5, secondsLeft)));
    }

    private DateTimeOffset EndOf(RateLimitHeaders headers, DateTimeOffset now)
    {
        DateTimeOffset end = Clock.ToLocal(headers.ResetAt) + Margin;
        return end > now && end - now <= LongestWindow ? end : now + Length;
    }
}
