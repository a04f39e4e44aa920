using System;
using System.Collections.Generic;

namespace IntercomPS.Client;

/// <summary>How many requests may be under way at once: as many as the quota needs at the latency seen, and fewer where the server is pressed.</summary>
/// <remarks>
/// It doubles each round trip until something speaks against it, and grows slowly from then on. Where
/// the median latency of a round trip rises well over its baseline, or requests fail, it shrinks by as
/// much, once a round trip. Where latency stays high although hardly anything is under way, it is not
/// our doing and becomes the new baseline.
/// </remarks>
internal sealed class ConcurrencyLimit
{
    /// <summary>The most requests that are ever under way at once.</summary>
    public const int Maximum = 128;

    /// <summary>The fewest that may be under way, however slow the server is.</summary>
    public const int Minimum = 4;

    private const int Initial = 10;
    private const int LeastNeeded = 8;
    private const double WindowSeconds = 10;
    private const double MeanWeight = 0.1;

    /// <summary>Twice what the quota needs, so that a window that begins late is used up all the same.</summary>
    private const double Headroom = 2;

    /// <summary>Less than this part off is not worth to begin anew for: one failure among many, latency at the edge.</summary>
    private const double Considerable = 0.05;

    /// <summary>How long latency stays high with little under way until it is taken for granted.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, RoundTripMeter> _meters = new(StringComparer.Ordinal);
    private double _limit = Initial;
    private double? _meanSeconds;
    private DateTimeOffset _shrunkAt = DateTimeOffset.MinValue;
    private bool _isDoubling = true;
    private bool _isStrained;

    /// <summary>How long answers take at present, on average; null before the first one.</summary>
    public TimeSpan? MeanLatency => _meanSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>How many may be under way now.</summary>
    /// <param name="quota">How many requests a window of 10 seconds allows; null where that is not known.</param>
    /// <returns>From <see cref="Minimum"/> to <see cref="Maximum"/>.</returns>
    public int For(int? quota)
    {
        double needed = quota is { } limit && _meanSeconds is { } latency
            ? Math.Max(LeastNeeded, Math.Ceiling(Headroom * limit / WindowSeconds * latency))
            : Maximum;
        return (int)Math.Min(_limit, needed);
    }

    /// <summary>Takes note of a request's end.</summary>
    /// <param name="kind">What it asked for.</param>
    /// <param name="failed">Whether it failed, so that its time says nothing.</param>
    /// <param name="inFlight">How many were under way, this one among them.</param>
    /// <param name="sentAt">When it was sent.</param>
    /// <param name="now">The time.</param>
    public void Observe(string kind, bool failed, int inFlight, DateTimeOffset sentAt, DateTimeOffset now)
    {
        TimeSpan latency = now > sentAt ? now - sentAt : TimeSpan.Zero;
        if (!failed)
        {
            _meanSeconds += MeanWeight * (latency.TotalSeconds - _meanSeconds);
            _meanSeconds ??= latency.TotalSeconds;
        }

        // Those sent before it shrank tell of a pressure that is off already.
        if (sentAt < _shrunkAt)
        {
            return;
        }

        // A limit that is not used says nothing for a higher one.
        if (!failed && !_isStrained && inFlight * 2 >= _limit)
        {
            _limit = Math.Min(Maximum, _limit + (_isDoubling ? 1 : 1 / Math.Sqrt(_limit)));
        }

        RoundTripMeter meter = MeterOf(kind);
        if (meter.Add(failed ? null : latency, sentAt, now) is { } round)
        {
            Judge(meter, round, now);
        }
    }

    private void Judge(RoundTripMeter meter, RoundTrip round, DateTimeOffset now)
    {
        double strain = meter.StrainOf(round);
        double share = (1 - (round.FailedShare / 2)) * (strain > 1 ? Math.Max(0.5, 1 / strain) : 1);
        _isStrained = share <= 1 - Considerable;
        if (strain <= 1 || _limit > 2 * Minimum)
        {
            meter.SlowSince = null;
        }
        else if (now - (meter.SlowSince ??= now) >= Patience)
        {
            meter.Rebase(round);
            _isStrained = false;
            return;
        }

        if (_isStrained)
        {
            Shrink(share, now);
        }
    }

    private void Shrink(double share, DateTimeOffset now)
    {
        _limit = Math.Max(Minimum, _limit * share);
        _isDoubling = false;
        _shrunkAt = now;
        foreach (RoundTripMeter meter in _meters.Values)
        {
            meter.Restart(now);
        }
    }

    private RoundTripMeter MeterOf(string kind)
    {
        if (!_meters.TryGetValue(kind, out RoundTripMeter? meter))
        {
            _meters[kind] = meter = new RoundTripMeter();
        }

        return meter;
    }
}
