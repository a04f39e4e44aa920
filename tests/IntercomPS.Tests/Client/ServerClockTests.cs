using System;
using IntercomPS.Client;
using Xunit;

namespace IntercomPS.Tests.Client;

public sealed class ServerClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Without_an_answer_the_clocks_are_taken_as_equal()
    {
        var clock = new ServerClock();

        Assert.False(clock.IsKnown);
        Assert.Equal(Noon, clock.ToLocal(Noon));
        Assert.Equal(Noon, clock.ToServer(Noon));
    }

    [Theory]
    [InlineData(600.4)]
    [InlineData(-600.7)]
    public void Many_answers_narrow_the_skew_down_and_never_too_early(double skew)
    {
        var clock = new ServerClock();
        for (int answer = 0; answer < 40; answer++)
        {
            DateTimeOffset sent = Noon.AddMilliseconds(answer * 137);
            DateTimeOffset served = sent.AddMilliseconds(30).AddSeconds(skew);
            clock.Observe(DateTimeOffset.FromUnixTimeSeconds(served.ToUnixTimeSeconds()), sent, sent.AddMilliseconds(60));
        }

        DateTimeOffset truth = Noon.AddSeconds(-skew);
        Assert.InRange(clock.ToLocal(Noon), truth, truth.AddMilliseconds(250));
        Assert.InRange(clock.ToServer(Noon), Noon.AddSeconds(skew).AddMilliseconds(-250), Noon.AddSeconds(skew));
    }

    [Fact]
    public void A_clock_that_was_set_is_learnt_anew()
    {
        var clock = new ServerClock();
        clock.Observe(Noon, Noon, Noon);
        clock.Observe(Noon.AddHours(1), Noon.AddSeconds(5), Noon.AddSeconds(5));

        Assert.InRange(clock.ToLocal(Noon.AddHours(1)), Noon.AddSeconds(4), Noon.AddSeconds(6));
    }
}
