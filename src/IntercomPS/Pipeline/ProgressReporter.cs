using System;
using System.Globalization;
using System.Management.Automation;

namespace IntercomPS.Pipeline;

/// <summary>Shows progress of work that takes more than a second, at most four times a second.</summary>
/// <remarks>A progress record a call has been seen to make a command four times slower.</remarks>
internal sealed class ProgressReporter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly PipelineWriter _writer;
    private readonly TimeProvider _time;
    private readonly string _activity;
    private readonly string _noun;
    private readonly int _activityId;
    private readonly long _started;
    private long _last;
    private bool _shown;

    public ProgressReporter(PipelineWriter writer, string activity, TimeProvider time, string noun = "conversations")
    {
        _noun = noun;
        _writer = writer;
        _activity = activity;
        _time = time;
        _started = time.GetTimestamp();
        _last = _started;
        _activityId = Math.Abs(activity.GetHashCode() % 10_000);
    }

    /// <summary>Tells how far the work is.</summary>
    /// <param name="done">How many of whatever it counts.</param>
    /// <param name="total">Of how many; null when not known.</param>
    public void Report(long done, long? total)
    {
        if (!IsDue())
        {
            return;
        }

        bool known = total is > 0 && done <= total;
        _writer.Progress(new ProgressRecord(_activityId, _activity, known
            ? string.Format(CultureInfo.CurrentCulture, "{0:N0} of {1:N0} {2}", done, total, _noun)
            : string.Format(CultureInfo.CurrentCulture, "{0:N0} {1}", done, _noun))
        {
            PercentComplete = known ? (int)(done * 100 / total!.Value) : -1,
        });
    }

    /// <summary>Tells how far work is that is no count of conversations.</summary>
    /// <param name="status">What it does now.</param>
    public void Report(string status)
    {
        if (IsDue())
        {
            _writer.Progress(new ProgressRecord(_activityId, _activity, status));
        }
    }

    /// <summary>Takes the progress off the screen.</summary>
    public void Complete()
    {
        if (_shown)
        {
            _writer.Progress(new ProgressRecord(_activityId, _activity, "done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private bool IsDue()
    {
        if (_time.GetElapsedTime(_started) < Patience || _time.GetElapsedTime(_last) < Interval)
        {
            return false;
        }

        _last = _time.GetTimestamp();
        _shown = true;
        return true;
    }
}
