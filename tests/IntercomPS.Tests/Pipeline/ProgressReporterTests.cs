using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using IntercomPS.Pipeline;
using IntercomPS.Tests.Client;
using Xunit;

namespace IntercomPS.Tests.Pipeline;

public sealed class ProgressReporterTests
{
    private readonly RecordedMessages _messages = new();
    private readonly FakeTime _time = new();
    private readonly ProgressReporter _progress;

    public ProgressReporterTests()
    {
        _progress = new ProgressReporter(_messages.Writer, "Reading", _time);
    }

    [Fact]
    public void Work_of_less_than_a_second_shows_nothing()
    {
        ReportFor(TimeSpan.FromMilliseconds(990));
        _progress.Complete();

        Assert.Empty(Shown());
    }

    [Fact]
    public void Longer_work_shows_at_most_four_records_a_second()
    {
        ReportFor(TimeSpan.FromSeconds(11));

        Assert.InRange(Shown().Count, 30, 41);
    }

    [Fact]
    public void The_percentage_is_shown_where_the_total_is_known()
    {
        _time.Advance(TimeSpan.FromSeconds(2));
        _progress.Report(250, 1000);

        Assert.Equal(25, Assert.Single(Shown()).PercentComplete);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0L)]
    [InlineData(100L)]
    public void A_total_that_is_unknown_or_too_small_gives_no_percentage(long? total)
    {
        _time.Advance(TimeSpan.FromSeconds(2));
        _progress.Report(250, total);

        Assert.Equal(-1, Assert.Single(Shown()).PercentComplete);
    }

    [Fact]
    public void A_percentage_never_passes_a_hundred_nor_overflows()
    {
        _time.Advance(TimeSpan.FromSeconds(2));
        _progress.Report(5_000_000, 5_000_000);

        Assert.Equal(100, Assert.Single(Shown()).PercentComplete);
    }

    [Fact]
    public void What_was_shown_is_taken_off_at_the_end()
    {
        _time.Advance(TimeSpan.FromSeconds(2));
        _progress.Report(1, null);
        _progress.Complete();

        IReadOnlyList<ProgressRecord> shown = Shown();
        Assert.Equal([ProgressRecordType.Processing, ProgressRecordType.Completed], shown.Select(record => record.RecordType));
        Assert.Single(shown.Select(record => record.ActivityId).Distinct());
    }

    private void ReportFor(TimeSpan duration)
    {
        for (var gone = TimeSpan.Zero; gone < duration; gone += TimeSpan.FromMilliseconds(10))
        {
            _progress.Report((long)gone.TotalMilliseconds, 100_000);
            _time.Advance(TimeSpan.FromMilliseconds(10));
        }
    }

    private IReadOnlyList<ProgressRecord> Shown() => _messages.Take<ProgressRecord>(PipelineMessageKind.Progress);
}
