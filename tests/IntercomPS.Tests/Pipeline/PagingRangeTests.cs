using IntercomPS.Pipeline;
using Xunit;

namespace IntercomPS.Tests.Pipeline;

public sealed class PagingRangeTests
{
    [Theory]
    [InlineData(0, null, null)]
    [InlineData(10, null, null)]
    [InlineData(0, 5L, 5L)]
    [InlineData(10, 5L, 15L)]
    [InlineData(10, 0L, 10L)]
    [InlineData(10, long.MaxValue, long.MaxValue)]
    [InlineData(long.MaxValue, long.MaxValue, long.MaxValue)]
    public void What_must_be_read_is_what_is_passed_over_and_what_is_written(long skip, long? first, long? wanted) =>
        Assert.Equal(wanted, new PagingRange(skip, first, TotalCount: null).Wanted);
}
