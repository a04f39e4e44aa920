using System;
using System.Collections.Generic;

namespace IntercomPS.Client;

/// <summary>Measures the requests of one kind, a round trip at a time, and knows how fast the server answers them when it is not pressed.</summary>
/// <remarks>
/// Medians, not the fastest answers: a short thread comes many times faster than a long one, and says nothing of the server.
/// </remarks>
internal sealed class RoundTripMeter
{
    private const int FewestAnswers = 8;

    /// <summary>What may come on top without a doubt: over a fast connection, ten times as long is still nothing.</summary>
    private static readonly TimeSpan Indifferent = TimeSpan.FromMilliseconds(100);

    private readonly List<TimeSpan> _latencies = [];
    private DateTimeOffset _beganAt = DateTimeOffset.MinValue;
    private TimeSpan? _baseline;
    private int _failures;

    /// <summary>Since when the answers have taken too long although hardly any request is under way; null while they do not.</summary>
    public DateTimeOffset? SlowSince { get; set; }

    /// <summary>Takes note of an answer, or of a failure.</summary>
    /// <param name="latency">How long the answer took; null where the request failed.</param>
    /// <param name="sentAt">When the request was sent.</param>
    /// <param name="now">The time.</param>
    /// <returns>The round trip that ends with it; null where it goes on.</returns>
    public RoundTrip? Add(TimeSpan? latency, DateTimeOffset sentAt, DateTimeOffset now)
    {
        if (latency is { } taken)
        {
            _latencies.Add(taken);
        }
        else
        {
            _failures++;
        }

        int answers = _latencies.Count + _failures;
        if (sentAt < _beganAt || answers < FewestAnswers)
        {
            return null;
        }

        _latencies.Sort();
        TimeSpan? median = _latencies.Count > 0 ? _latencies[_latencies.Count / 2] : null;
        var round = new RoundTrip(median, (double)_failures / answers);
        Restart(now);
        _baseline = median < _baseline || _baseline is null ? median : _baseline;
        return round;
    }

    /// <summary>Begins a new round trip.</summary>
    /// <param name="now">The time.</param>
    public void Restart(DateTimeOffset now)
    {
        _latencies.Clear();
        _failures = 0;
        _beganAt = now;
    }

    /// <summary>How many times longer than tolerable the answers took: twice the baseline and a little more is tolerated.</summary>
    /// <param name="round">The round trip.</param>
    /// <returns>Up to 1 where they came in time.</returns>
    public double StrainOf(RoundTrip round) => round.Latency is { } latency && _baseline is { } baseline
        ? latency.TotalSeconds / (baseline + baseline + Indifferent).TotalSeconds
        : 0;

    /// <summary>Takes a round trip for what the server can do at present.</summary>
    /// <param name="round">The round trip.</param>
    public void Rebase(RoundTrip round)
    {
        _baseline = round.Latency;
        SlowSince = null;
    }
}
