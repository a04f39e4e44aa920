using System;
using IntercomPS.Client;
using Xunit;

namespace IntercomPS.Tests.Client;

public sealed class ConcurrencyLimitTests
{
    private const int Quota = 1667;
    private static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrencyLimit _limit = new();
    private DateTimeOffset _now = FakeTime.Began;

    [Fact]
    public void It_doubles_each_round_trip_until_the_maximum_where_no_quota_is_known()
    {
        int before = _limit.For(null);
        RoundTrip(Usual);
        Assert.InRange(_limit.For(null), (2 * before) - 1, 2 * before);

        RoundTrips(10, Usual);

        Assert.Equal(ConcurrencyLimit.Maximum, _limit.For(null));
    }

    [Theory]
    [InlineData(167, 200, 8)]
    [InlineData(1667, 200, 67)]
    [InlineData(1667, 20, 8)]
    [InlineData(1667, 5000, ConcurrencyLimit.Maximum)]
    public void No_more_are_under_way_than_twice_what_the_quota_needs_at_the_latency_seen(int quota, int latency, int expected)
    {
        RoundTrips(10, TimeSpan.FromMilliseconds(latency));

        Assert.Equal(expected, _limit.For(quota));
    }

    [Fact]
    public void It_does_not_grow_while_it_is_not_used()
    {
        int before = _limit.For(null);

        for (int request = 0; request < 100; request++)
        {
            Answer(Usual, inFlight: 1);
        }

        Assert.Equal(before, _limit.For(null));
    }

    [Fact]
    public void It_shrinks_while_latency_is_far_over_its_baseline_and_grows_again_when_it_falls()
    {
        RoundTrips(10, Usual);

        RoundTrips(4, 5 * Usual);
        Assert.InRange(_limit.For(null), ConcurrencyLimit.Minimum, ConcurrencyLimit.Maximum / 8);

        RoundTrips(30, Usual);
        Assert.InRange(_limit.For(null), ConcurrencyLimit.Maximum / 2, ConcurrencyLimit.Maximum);
    }

    [Theory]
    [InlineData(200, 400)]
    [InlineData(1, 90)]
    public void Twice_the_latency_or_a_tenth_of_a_second_more_is_tolerated(int usual, int risen)
    {
        RoundTrips(10, TimeSpan.FromMilliseconds(usual));

        RoundTrips(10, TimeSpan.FromMilliseconds(risen));

        Assert.Equal(ConcurrencyLimit.Maximum, _limit.For(null));
    }

    [Fact]
    public void A_few_slow_answers_among_many_do_not_matter()
    {
        for (int request = 0; request < 1000; request++)
        {
            Answer(request % 10 == 0 ? 20 * Usual : Usual, _limit.For(null));
        }

        Assert.Equal(ConcurrencyLimit.Maximum, _limit.For(null));
    }

    [Fact]
    public void It_never_falls_below_its_minimum()
    {
        RoundTrips(10, Usual);

        RoundTrips(9, 20 * Usual);

        Assert.Equal(ConcurrencyLimit.Minimum, _limit.For(null));
    }

    [Fact]
    public void A_server_that_stays_slow_with_little_under_way_is_taken_as_it_is()
    {
        RoundTrips(10, Usual);

        RoundTrips(60, 5 * Usual);

        Assert.InRange(_limit.For(null), ConcurrencyLimit.Maximum / 2, ConcurrencyLimit.Maximum);
    }

    [Fact]
    public void Latency_that_rises_with_what_is_under_way_never_becomes_the_baseline()
    {
        int most = 0;
        for (int round = 0; round < 500; round++)
        {
            // A server that answers 50 a second, however many wait.
            int inFlight = _limit.For(null);
            RoundTrip(TimeSpan.FromSeconds(Math.Max(0.2, inFlight / 50.0)));
            most = round < 20 ? 0 : Math.Max(most, inFlight);
        }

        // A latency of 0.5 s is tolerated, which 25 bring about.
        Assert.InRange(most, 10, 40);
    }

    [Fact]
    public void Kinds_of_requests_have_baselines_of_their_own()
    {
        RoundTrips(10, Usual, "thread");

        RoundTrips(10, 20 * Usual, "page");

        Assert.Equal(ConcurrencyLimit.Maximum, _limit.For(null));
    }

    [Fact]
    public void Failures_halve_it_once_a_round_trip()
    {
        RoundTrips(10, Usual);

        // The first failure of a round trip ends the one before, which was good.
        foreach (int expected in new[] { 128, 64, 32 })
        {
            RoundTrip(Usual, failed: true);
            Assert.Equal(expected, _limit.For(null));
        }
    }

    [Fact]
    public void A_failure_now_and_then_does_not_matter()
    {
        for (int request = 0; request < 2000; request++)
        {
            DateTimeOffset sentAt = _now;
            _now += Usual;
            _limit.Observe("thread", failed: request % 50 == 0, _limit.For(Quota), sentAt, _now);
        }

        Assert.Equal(67, _limit.For(Quota));
    }

    private void RoundTrips(int count, TimeSpan latency, string kind = "thread")
    {
        for (int round = 0; round < count; round++)
        {
            RoundTrip(latency, kind);
        }
    }

    /// <summary>As many requests as are allowed are sent together and answered together.</summary>
    private void RoundTrip(TimeSpan latency, string kind = "thread", bool failed = false)
    {
        DateTimeOffset sentAt = _now;
        _now += latency;
        int inFlight = _limit.For(null);
        for (int request = 0; request < Math.Max(inFlight, 8); request++)
        {
            _limit.Observe(kind, failed, inFlight, sentAt, _now);
        }
    }

    private void Answer(TimeSpan latency, int inFlight)
    {
        DateTimeOffset sentAt = _now;
        _now += latency;
        _limit.Observe("thread", failed: false, inFlight, sentAt, _now);
    }
}
