using System;

namespace IntercomPS.Client;

/// <summary>How far the server's clock is from ours, narrowed down by the Date header of each answer.</summary>
/// <remarks>
/// The header has whole seconds, so one answer leaves a second's doubt; the intervals of several
/// answers together leave less. The quota's windows end by the server's clock, and a request that is
/// a little early meets a 429.
/// </remarks>
internal sealed class ServerClock
{
    private TimeSpan? _lowest;
    private TimeSpan _highest;

    /// <summary>Whether any answer told the server's time.</summary>
    public bool IsKnown => _lowest is not null;

    /// <summary>Takes note of an answer.</summary>
    /// <param name="date">Its Date header.</param>
    /// <param name="sent">When the request was sent, by our clock.</param>
    /// <param name="received">When the answer came, by our clock.</param>
    public void Observe(DateTimeOffset date, DateTimeOffset sent, DateTimeOffset received)
    {
        TimeSpan low = date - received;
        TimeSpan high = date.AddSeconds(1) - sent;
        if (_lowest is not { } known || low > _highest || high < known)
        {
            // The first answer, or a clock was set in between.
            (_lowest, _highest) = (low, high);
            return;
        }

        _lowest = low > known ? low : known;
        _highest = high < _highest ? high : _highest;
    }

    /// <summary>When a moment of the server's clock has certainly come, by our clock.</summary>
    /// <param name="serverTime">The moment.</param>
    /// <returns>The latest local time that it can be; the same time where no answer was seen yet.</returns>
    public DateTimeOffset ToLocal(DateTimeOffset serverTime) => serverTime - (_lowest ?? TimeSpan.Zero);

    /// <summary>What the server's clock certainly shows at a moment of our clock, or more.</summary>
    /// <param name="localTime">The moment.</param>
    /// <returns>The earliest time that it can show; the same time where no answer was seen yet.</returns>
    public DateTimeOffset ToServer(DateTimeOffset localTime) => localTime + (_lowest ?? TimeSpan.Zero);
}
