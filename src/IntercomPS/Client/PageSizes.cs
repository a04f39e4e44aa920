using System;

namespace IntercomPS.Client;

/// <summary>How many rows to ask for at once: fewer after a time-out, more again when it goes well. Searches that are read side by side share it.</summary>
/// <remarks>Pages of 150 have been seen to take 20 s and more, where half of them takes less than half the time.</remarks>
internal sealed class PageSizes
{
    private const int Smallest = 5;
    private const int GoodPagesBeforeGrowing = 5;
    private const int LongestDelaySeconds = 30;
    private const int MaximumTriesAtSmallest = 3;

    private readonly object _gate = new();
    private int _current = SearchPageRequest.MaximumPageSize;
    private int _goodPages;
    private int _timeouts;

    /// <summary>The rows to ask for.</summary>
    public int Current
    {
        get
        {
            lock (_gate)
            {
                return _current;
            }
        }
    }

    /// <summary>How long to wait after the time-outs so far; a gateway that is down tells of a time-out at once.</summary>
    public TimeSpan Delay
    {
        get
        {
            lock (_gate)
            {
                return TimeSpan.FromSeconds(_timeouts == 0 ? 0 : Math.Min(LongestDelaySeconds, 1 << Math.Min(_timeouts - 1, 5)));
            }
        }
    }

    /// <summary>Takes note of a page that came in time.</summary>
    public void Succeeded()
    {
        lock (_gate)
        {
            _timeouts = 0;
            _goodPages++;
            if (_goodPages >= GoodPagesBeforeGrowing && _current < SearchPageRequest.MaximumPageSize)
            {
                _goodPages = 0;
                _current = Math.Min(_current * 2, SearchPageRequest.MaximumPageSize);
            }
        }
    }

    /// <summary>Takes note of a page that timed out.</summary>
    /// <param name="asked">The rows that were asked for.</param>
    /// <param name="triesAtSmallest">How often the search has asked for the least, to be set to 0 by it when a page came.</param>
    /// <returns>Whether it is worth asking again; false when even the smallest pages time out.</returns>
    public bool TryShrink(int asked, ref int triesAtSmallest)
    {
        lock (_gate)
        {
            _goodPages = 0;
            if (asked <= Smallest)
            {
                _timeouts++;
                return ++triesAtSmallest < MaximumTriesAtSmallest;
            }

            // Of pages that were asked for side by side, the first one to time out has shrunk them all.
            if (asked <= _current)
            {
                _timeouts++;
                _current = Math.Max(Smallest, asked / 2);
            }

            return true;
        }
    }
}
