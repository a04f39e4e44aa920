using System;

namespace IntercomPS.Client;

/// <summary>What the answers say of one window.</summary>
internal sealed class WindowTally
{
    private readonly bool _isJoined;
    private int? _usedBefore;
    private double _secondsBefore;
    private int _ours;
    private int _used;
    private double _seconds;

    /// <summary>Makes a tally.</summary>
    /// <param name="resetAt">When the window ends, by the server's clock.</param>
    /// <param name="isJoined">Whether we come to it in its middle, so that what was used before says nothing of what others take.</param>
    public WindowTally(DateTimeOffset resetAt, bool isJoined)
    {
        ResetAt = resetAt;
        _isJoined = isJoined;
    }

    /// <summary>When the window ends, by the server's clock.</summary>
    public DateTimeOffset ResetAt { get; }

    /// <summary>All requests that the server counted and that are not ours.</summary>
    public int NotOurs => Math.Max(0, _used - _ours);

    /// <summary>The requests of others in the time that we watched.</summary>
    public int ByOthers => Math.Max(0, NotOurs - (_usedBefore ?? 0));

    /// <summary>How long we watched, in seconds: to the most advanced answer, or until the quota was used up.</summary>
    public double Seconds => _seconds - _secondsBefore;

    /// <summary>Takes note of an answer.</summary>
    /// <param name="headers">What it says.</param>
    /// <param name="isCounted">Whether the server counted its request.</param>
    /// <param name="seconds">How far into the window the server was.</param>
    public void Add(RateLimitHeaders headers, bool isCounted, double seconds)
    {
        int used = headers.Limit - headers.Remaining;
        _ours += isCounted ? 1 : 0;
        if (_usedBefore is null)
        {
            _usedBefore = _isJoined ? used - _ours : 0;
            _secondsBefore = _isJoined ? seconds : 0;
        }

        if (used > _used || headers.Remaining > 0)
        {
            _seconds = Math.Max(_seconds, seconds);
        }

        _used = Math.Max(_used, used);
    }

    /// <summary>Takes note of a request that may have been counted, and whose answer does not tell.</summary>
    public void AddUntold() => _ours++;
}
