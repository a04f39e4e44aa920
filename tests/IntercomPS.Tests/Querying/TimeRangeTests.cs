using System;
using IntercomPS.Querying;
using Xunit;

namespace IntercomPS.Tests.Querying;

public sealed class TimeRangeTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    [Fact]
    public void A_bound_with_a_fraction_moves_to_the_next_second()
    {
        var range = new TimeRange(Start.AddMilliseconds(1), Start.AddSeconds(5).AddTicks(1), "Created");

        Assert.Equal((1_700_000_001L, 1_700_000_006L), (range.After, range.Before));
        Assert.False(range.Contains(Start));
        Assert.True(range.Contains(Start.AddSeconds(1)));
        Assert.True(range.Contains(Start.AddSeconds(5)));
        Assert.False(range.Contains(Start.AddSeconds(6)));
    }

    [Fact]
    public void The_offset_of_a_bound_does_not_matter() =>
        Assert.Equal(1_700_000_000, new TimeRange(Start.ToOffset(TimeSpan.FromHours(5.5)), null, "Created").After);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_start_that_is_not_before_the_end_is_refused(int seconds)
    {
        InvalidQueryException error = Assert.Throws<InvalidQueryException>(() => new TimeRange(Start, Start.AddSeconds(seconds), "Updated"));

        Assert.StartsWith("-UpdatedAfter (2023-11-14 22:13:20Z) is not before -UpdatedBefore", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ends_of_time_are_bounds_too()
    {
        var range = new TimeRange(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, "Created");

        Assert.True(range.IsBounded && range.Contains(Start) && !range.Contains(null));
    }

    [Fact]
    public void No_bounds_hold_everything()
    {
        Assert.True(default(TimeRange).Contains(null));
        Assert.False(default(TimeRange).IsBounded);
    }
}
