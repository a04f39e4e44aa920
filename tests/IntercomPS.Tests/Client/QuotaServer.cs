using System;
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

    private DateTimeOffset Now => _time.GetUtcNow() + Skew;

    /// <summary>Another client takes some.</summary>
    public void TakeByOthers(int count)
    {
        Roll();
        Used = Math.Min(_limit, Used + count);
    }

    public RateLimitAnswer Answer()
    {
        Roll();
        Requests++;
        bool refusal = Used >= _limit;
        Used += refusal ? 0 : 1;
        Refused += refusal ? 1 : 0;
        return new RateLimitAnswer(
            Came: true,
            new RateLimitHeaders(_limit, _limit - Used, DateTimeOffset.FromUnixTimeSeconds((_window + 1) * 10)),
            SendsDate ? DateTimeOffset.FromUnixTimeSeconds(Now.ToUnixTimeSeconds()) : null,
            refusal,
            RetryAfter: null);
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
