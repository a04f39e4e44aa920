using System;

namespace IntercomPS.Sandbox.Limits;

/// <summary>Counts requests in fixed windows of 10 seconds of the clock.</summary>
internal sealed class RateLimiter
{
    /// <summary>The length of a window in seconds.</summary>
    public const int WindowSeconds = 10;

    private readonly object _gate = new();
    private readonly int _limit;
    private long _window;
    private int _used;

    public RateLimiter(int limit) => _limit = limit;

    public static long WindowOf(DateTimeOffset time)
    {
        long seconds = time.ToUnixTimeSeconds();
        return seconds - (seconds % WindowSeconds);
    }

    /// <summary>Takes one request from the window.</summary>
    /// <returns>What the window has left; null where there is no limit.</returns>
    public RateQuota? Take(DateTimeOffset time)
    {
        if (_limit == 0)
        {
            return null;
        }

        long window = WindowOf(time);
        lock (_gate)
        {
            if (window != _window)
            {
                _window = window;
                _used = 0;
            }

            bool allowed = _used < _limit;
            _used += allowed ? 1 : 0;
            return new RateQuota(allowed, _limit, _limit - _used, window + WindowSeconds);
        }
    }
}
