using System;

namespace IntercomPS.Client;

/// <summary>What a command's requests came to: how many, how often again, how long they waited for the quota.</summary>
internal sealed class RequestStatistics
{
    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private int _waiting;
    private long _waitingSince;

    public RequestStatistics(TimeProvider time)
    {
        _time = time;
    }

    /// <summary>The requests that were sent, repeated ones included.</summary>
    public int Requests { get; private set; }

    /// <summary>The requests that were sent again.</summary>
    public int Retries { get; private set; }

    /// <summary>The answers that refused for want of quota (429).</summary>
    public int Refusals { get; private set; }

    /// <summary>How often the command waited for the quota; several requests that wait at once are one wait.</summary>
    public int Waits { get; private set; }

    /// <summary>How long the command waited for the quota in all.</summary>
    public TimeSpan WaitTime { get; private set; }

    /// <summary>All of it at one moment.</summary>
    public RequestTotals Totals
    {
        get
        {
            lock (_gate)
            {
                return new RequestTotals(Requests, Retries, Refusals, Waits, WaitTime);
            }
        }
    }

    public void CountRequest(int? status)
    {
        lock (_gate)
        {
            Requests++;
            Refusals += status == 429 ? 1 : 0;
        }
    }

    public void CountRetry()
    {
        lock (_gate)
        {
            Retries++;
        }
    }

    public void BeginWait()
    {
        lock (_gate)
        {
            if (_waiting++ == 0)
            {
                Waits++;
                _waitingSince = _time.GetTimestamp();
            }
        }
    }

    public void EndWait()
    {
        lock (_gate)
        {
            if (--_waiting == 0)
            {
                WaitTime += _time.GetElapsedTime(_waitingSince);
            }
        }
    }
}
