using System;
using IntercomPS.Client;
using IntercomPS.Tests.Client;
using Xunit;

namespace IntercomPS.Tests.Pipeline;

public sealed class RequestStatisticsTests
{
    private readonly FakeTime _time = new();
    private readonly RequestStatistics _statistics;

    public RequestStatisticsTests()
    {
        _statistics = new RequestStatistics(_time);
    }

    [Fact]
    public void Requests_that_wait_at_once_are_one_wait_from_the_first_to_the_last()
    {
        _statistics.BeginWait();
        _time.Advance(TimeSpan.FromSeconds(1));
        _statistics.BeginWait();
        _time.Advance(TimeSpan.FromSeconds(2));
        _statistics.EndWait();
        _time.Advance(TimeSpan.FromSeconds(4));
        _statistics.EndWait();

        Assert.Equal((1, TimeSpan.FromSeconds(7)), (_statistics.Waits, _statistics.WaitTime));
    }

    [Fact]
    public void Waits_one_after_the_other_add_up_without_the_time_between()
    {
        _statistics.BeginWait();
        _time.Advance(TimeSpan.FromSeconds(1));
        _statistics.EndWait();
        _time.Advance(TimeSpan.FromHours(1));
        _statistics.BeginWait();
        _time.Advance(TimeSpan.FromSeconds(2));
        _statistics.EndWait();

        Assert.Equal((2, TimeSpan.FromSeconds(3)), (_statistics.Waits, _statistics.WaitTime));
    }
}
