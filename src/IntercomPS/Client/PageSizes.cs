using System;

namespace IntercomPS.Client;

/// <summary>How many rows to ask for at once: fewer after a time-out, more again when it goes well.</summary>
/// <remarks>Pages of 150 have been seen to take 20 s and more, where half of them takes less than half the time.</remarks>
internal sealed class PageSizes
{
    private const int Smallest = 5;
    private const int GoodPagesBeforeGrowing = 5;
    private const int MaximumTriesAtSmallest = 3;

    private int _goodPages;
    private const int LongestDelaySeconds = 30;

    private int _triesAtSmallest;
    private int _timeouts;

    /// <summary>The rows to ask for.</summary>
    public int Current { get; private set; } = SearchPageRequest.MaximumPageSize;

    /// <summary>How long to wait after the time-outs so far; a gateway that is down tells of a time-out at once.</summary>
    public TimeSpan Delay => TimeSpan.FromSeconds(_timeouts == 0 ? 0 : Math.Min(LongestDelaySeconds, 1 << Math.Min(_timeouts - 1, 5)));

    /// <summary>Takes note of a page that came in time.</summary>
    public void Succeeded()
    {
        _triesAtSmallest = 0;
        _timeouts = 0;
        _goodPages++;
        if (_goodPages >= GoodPagesBeforeGrowing && Current < SearchPageRequest.MaximumPageSize)
        {
            _goodPages = 0;
            Current = Math.Min(Current * 2, SearchPageRequest.MaximumPageSize);
        }
    }

    /// <summary>Takes note of a page that timed out.</summary>
    /// <param name="asked">The rows that were asked for.</param>
    /// <returns>Whether it is worth asking again; false when even small pages time out.</returns>
    public bool TryShrink(int asked)
    {
        _goodPages = 0;
        _timeouts++;
        if (asked <= Smallest)
        {
            return ++_triesAtSmallest < MaximumTriesAtSmallest;
        }

        Current = Math.Max(Smallest, Math.Min(Current, asked) / 2);
        return true;
    }
}
