using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Client;

namespace IntercomPS.Tests.Client;

/// <summary>The server's side of the quota: fixed windows of ten seconds by its own clock.</summary>
internal sealed class QuotaServer
{
    private readonly TimeProvider _time;
    private readonly int _limit;
    private long _window = -1;

    public QuotaServer(TimeProvider time, int limit = 167)
    {
        _time = time;
        _limit = limit;
    }

    /// <summary>By how much the server's clock is ahead of ours.</summary>
    public TimeSpan Skew { get; init; }

    public bool SendsDate { get; init; } = true;

    public int Used { get; private set; }

    public int Requests { get; private set; }

    public int Refused { get; private set; }

    /// <summary>The requests of other clients that were refused.</summary>
    public int OthersRefused { get; private set; }

    /// <summary>How much of each window's quota was used, by the window's number; the first and the last are not whole.</summary>
    public SortedDictionary<long, int> UsedByWindow { get; } = [];

    /// <summary>The share of the quota that was used in the whole windows.</summary>
    public double UsedShare => UsedByWindow.Values.Skip(1).SkipLast(1).Average() / _limit;

    private DateTimeOffset Now => _time.GetUtcNow() + Skew;

    /// <summary>Another client takes some.</summary>
    public void TakeByOthers(int count)
    {
        Roll();
        int taken = Math.Min(_limit - Used, count);
        Use(taken);
        OthersRefused += count - taken;
    }

    public RateLimitAnswer Answer()
    {
        Roll();
        Requests++;
        bool refusal = Used >= _limit;
        Use(refusal ? 0 : 1);
        Refused += refusal ? 1 : 0;
        return new RateLimitAnswer(
            Came: true,
            new RateLimitHeaders(_limit, _limit - Used, DateTimeOffset.FromUnixTimeSeconds((_window + 1) * 10)),
            SendsDate ? DateTimeOffset.FromUnixTimeSeconds(Now.ToUnixTimeSeconds()) : null,
            refusal,
            RetryAfter: null);
    }

    private void Use(int count)
    {
        Used += count;
        UsedByWindow[_window] = Used;
    }

    private void Roll()
    {
        long window = Now.ToUnixTimeSeconds() / 10;
        if (window != _window)
        {
            _window = window;
            Used = 0;
        }
    }
}
