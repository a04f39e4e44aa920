using System;

namespace IntercomPS.Client;

/// <summary>How much of the quota other clients take: what the server counted in its windows beyond our own requests.</summary>
/// <remarks>
/// A window's count is settled only when the last of our own answers is in, which may be after its end:
/// so the one before the present is still open. Older ones fade, half a window's weight each time.
/// </remarks>
internal sealed class OtherClients
{
    private static readonly TimeSpan WindowLength = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(2);

    /// <summary>Fewer than these a second are ours that got lost, and not worth a reserve.</summary>
    private const double Noise = 0.5;

    /// <summary>Within less than these, the requests of ours that are on their way back look like others'.</summary>
    private const double LeastSeconds = 1;

    private WindowTally? _previous;
    private WindowTally? _present;
    private double _pastRequests;
    private double _pastSeconds;
    private bool _slides;

    /// <summary>What others take in a second.</summary>
    public double PerSecond
    {
        get
        {
            double seconds = _pastSeconds + (_previous?.Seconds ?? 0) + (_present?.Seconds ?? 0);
            double requests = _pastRequests + (_previous?.ByOthers ?? 0) + (_present?.ByOthers ?? 0);
            double rate = _slides ? 0 : requests / Math.Max(seconds, LeastSeconds);
            return rate < Noise ? 0 : rate;
        }
    }

    /// <summary>What others took in the present window, as far as answers told.</summary>
    public int InPresentWindow => _present?.NotOurs ?? 0;

    /// <summary>Takes note of an answer.</summary>
    /// <param name="headers">What it says.</param>
    /// <param name="isCounted">Whether the server counted its request.</param>
    /// <param name="seconds">How far into its window the server was.</param>
    public void Observe(RateLimitHeaders headers, bool isCounted, double seconds)
    {
        if (_present is null || headers.ResetAt > _present.ResetAt)
        {
            Begin(headers.ResetAt);
        }

        WindowTally? tally = headers.ResetAt == _present!.ResetAt ? _present : headers.ResetAt == _previous?.ResetAt ? _previous : null;
        tally?.Add(headers, isCounted, seconds);
    }

    /// <summary>Takes note of an answer that does not tell.</summary>
    public void ObserveUntold() => _present?.AddUntold();

    /// <summary>Forgets everything: the server's clock was set.</summary>
    public void Forget()
    {
        _previous = null;
        _present = null;
        _pastRequests = 0;
        _pastSeconds = 0;
    }

    private void Begin(DateTimeOffset resetAt)
    {
        TimeSpan since = _present is null ? TimeSpan.MaxValue : resetAt - _present.ResetAt;

        bool isJoined = _present is null || since > Memory;

        // A reset that slides with the time ends no window, and tells nothing of others.
        _slides = since < WindowLength;
        if (_slides || since > Memory)
        {
            Forget();
        }
        else
        {
            _pastRequests = (_pastRequests + (_previous?.ByOthers ?? 0)) / 2;
            _pastSeconds = (_pastSeconds + (_previous?.Seconds ?? 0)) / 2;
            _previous = _present;
        }

        _present = new WindowTally(resetAt, isJoined);
    }
}
