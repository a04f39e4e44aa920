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

    /// <summary>A window that nobody waited for begins at an unknown time.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(1);

    private readonly OtherClients _others = new();
    private int _remaining;
    private DateTimeOffset _resetAt;
    private DateTimeOffset _beganAt;
    private DateTimeOffset _toldAt;
    private bool _confirmed;
    private bool _endIsKnown;
    private bool _beginIsKnown;

    /// <summary>The server's clock against ours.</summary>
    public ServerClock Clock { get; } = new();

    /// <summary>How many requests a window allows; null where no answer told of a limit.</summary>
    public int? Limit { get; private set; }

    /// <summary>When the window ends, by our clock; null where no answer told of one.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>The quota as last told; null before that.</summary>
    public RateLimitQuota? LastSeen { get; private set; }

    /// <summary>Whether the window is only supposed to have begun, and what is left of it is doubtful: the server's clock is not known, or another client may have used it before.</summary>
    public bool NeedsProbe => Limit is not null && !_confirmed && !_beginIsKnown && (_others.PerSecond > 0 || !Clock.IsKnown);

    /// <summary>Whether one more request fits.</summary>
    /// <param name="inFlight">The requests under way.</param>
    /// <param name="now">The time, by our clock.</param>
    /// <returns>True when it fits, or the server tells of no limit.</returns>
    public bool Allows(int inFlight, DateTimeOffset now)
    {
        if (Limit is not { } limit)
        {
            return true;
        }

        if (now >= EndsAt)
        {
            Roll(limit, now);
        }

        return _remaining - inFlight > ExpectedOfOthers(limit) + Doubt(now);
    }

    /// <summary>Whether nothing is left of the window for us at present, whatever the answers under way say.</summary>
    /// <param name="now">The time, by our clock.</param>
    /// <returns>True when only time can help.</returns>
    public bool IsUsedUp(DateTimeOffset now) => Limit is { } limit && _remaining <= ExpectedOfOthers(limit) + Doubt(now);

    /// <summary>When one more request will fit though no answer comes: less and less is doubtful of what others will take, and then the window ends.</summary>
    /// <param name="inFlight">The requests under way.</param>
    /// <returns>The moment; null where no answer told of a window.</returns>
    public DateTimeOffset? FitsAt(int inFlight)
    {
        if (Limit is not { } limit || EndsAt is not { } end)
        {
            return null;
        }

        double doubt = _remaining - inFlight - 1 - ExpectedOfOthers(limit);
        return doubt > 0 && _others.PerSecond > 0 ? end.AddSeconds(-doubt * doubt / _others.PerSecond) : end;
    }

    /// <summary>Takes note of an answer.</summary>
    /// <param name="headers">What it says of the quota; null where it says nothing or never came.</param>
    /// <param name="isCounted">Whether the server counted its request, as it does not when it refuses one.</param>
    /// <param name="sentAt">When its request was sent.</param>
    /// <param name="now">The time, by our clock.</param>
    /// <returns>False for an answer of an earlier window that came late, and says nothing of the present.</returns>
    public bool Observe(RateLimitHeaders? headers, bool isCounted, DateTimeOffset sentAt, DateTimeOffset now)
    {
        if (headers is null)
        {
            // It may have been counted all the same.
            _remaining = Math.Max(0, _remaining - 1);
            _others.ObserveUntold();
            return true;
        }

        // Sent after the window is supposed to have begun, it speaks of the present whatever it says.
        bool isPresent = sentAt >= _beganAt;
        bool isSetBack = !_confirmed && isPresent && headers.ResetAt < _resetAt;
        if (isSetBack)
        {
            _others.Forget();
        }

        if (Limit is null || headers.ResetAt > _resetAt || isSetBack)
        {
            Begin(headers, sentAt, now);
        }
        else if (headers.ResetAt == _resetAt && (_confirmed || isPresent))
        {
            if (!_confirmed)
            {
                // The window was thought to be over and is not.
                _confirmed = true;
                SetEnd(headers, now);
            }

            Limit = headers.Limit;
            if (headers.Remaining < _remaining)
            {
                _remaining = headers.Remaining;
                _toldAt = Midway(sentAt, now);
            }
        }
        else
        {
            // It tells of others all the same.
            _others.Observe(headers, isCounted, Length.TotalSeconds);
            return false;
        }

        _others.Observe(headers, isCounted, SecondsInto(Midway(sentAt, now)));
        LastSeen = new RateLimitQuota(headers.Limit, headers.Remaining, headers.ResetAt);
        return true;
    }

    /// <summary>Marks the window as used up, after a 429.</summary>
    public void Exhaust() => _remaining = 0;

    private void Begin(RateLimitHeaders headers, DateTimeOffset sentAt, DateTimeOffset now)
    {
        Limit = headers.Limit;
        _remaining = headers.Remaining;
        _toldAt = Midway(sentAt, now);
        _resetAt = headers.ResetAt;
        _beganAt = _confirmed ? now : _beganAt;
        _confirmed = true;
        SetEnd(headers, now);
    }

    private void Roll(int limit, DateTimeOffset now)
    {
        _beginIsKnown = _confirmed && _endIsKnown && now - EndsAt < LongestDelay;
        _remaining = limit;
        _beganAt = now;
        _toldAt = now;
        _confirmed = false;
        EndsAt = now + Length;
    }

    private void SetEnd(RateLimitHeaders headers, DateTimeOffset now)
    {
        DateTimeOffset end = Clock.ToLocal(headers.ResetAt) + Margin;
        bool canBe = end > now && end - now <= LongestWindow;
        _endIsKnown = canBe && Clock.IsKnown;
        EndsAt = canBe ? end : now + Length;
    }

    /// <summary>When the server counted a request, about.</summary>
    private static DateTimeOffset Midway(DateTimeOffset sentAt, DateTimeOffset now) => sentAt + TimeSpan.FromTicks((now - sentAt).Ticks / 2);

    private double SecondsInto(DateTimeOffset moment) => EndsAt is { } end ? Clamp(moment - (end - Length)) : 0;

    /// <summary>What other clients take from the last we know to the window's end, but no more than makes half of it together with what they had.</summary>
    private double ExpectedOfOthers(int limit)
    {
        double expected = _others.PerSecond * (EndsAt is { } end ? Clamp(end - _toldAt) : 0);
        double had = _confirmed ? _others.InPresentWindow : 0;
        return Math.Min(expected, Math.Max(0, (limit / 2.0) - had));
    }

    /// <summary>By how much they may exceed that: by the root of what is to come, as events do that come at random.</summary>
    private double Doubt(DateTimeOffset now) => Math.Sqrt(_others.PerSecond * (EndsAt is { } end ? Clamp(end - now) : 0));

    private static double Clamp(TimeSpan span) => Math.Min(Math.Max(span.TotalSeconds, 0), Length.TotalSeconds);
}
