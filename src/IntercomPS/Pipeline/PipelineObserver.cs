using System;
using System.Globalization;
using IntercomPS.Client;

namespace IntercomPS.Pipeline;

/// <summary>Tells a command's streams what its client does: a verbose line a request, one warning for a long wait.</summary>
internal sealed class PipelineObserver : IClientObserver
{
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(10);

    private readonly object _gate = new();
    private readonly PipelineWriter _writer;
    private readonly RequestStatistics _statistics;
    private readonly bool _verbose;
    private DateTimeOffset _announcedUntil = DateTimeOffset.MinValue;

    public PipelineObserver(PipelineWriter writer, RequestStatistics statistics, bool verbose)
    {
        _writer = writer;
        _statistics = statistics;
        _verbose = verbose;
    }

    public void RequestCompleted(RequestTrace trace)
    {
        _statistics.CountRequest(trace.Status);
        if (_verbose)
        {
            _writer.Verbose(trace.ToString());
        }
    }

    public void Retrying(string reason, TimeSpan delay)
    {
        _statistics.CountRetry();
        if (_verbose)
        {
            _writer.Verbose(delay > TimeSpan.Zero
                ? string.Format(CultureInfo.InvariantCulture, "Trying again in {0:0.0} s: {1}.", delay.TotalSeconds, reason)
                : $"Trying again: {reason}.");
        }
    }

    public void WaitingForQuota(DateTimeOffset until, TimeSpan duration)
    {
        lock (_gate)
        {
            // Many requests wait at once, and each answer may move the end a little.
            if (duration <= LongWait || until <= _announcedUntil + LongWait)
            {
                return;
            }

            _announcedUntil = until;
        }

        _writer.Warning(string.Format(
            CultureInfo.InvariantCulture,
            "Intercom asks to wait {0:0} s, until {1:HH:mm:ss}, before the next request.",
            duration.TotalSeconds,
            until.ToLocalTime()));
    }

    public void WaitBegan() => _statistics.BeginWait();

    public void WaitEnded() => _statistics.EndWait();

    public void Noted(string text)
    {
        if (_verbose)
        {
            _writer.Verbose(text);
        }
    }
}
