using System;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

/// <summary>Conversations that change while the pages are read move in the order by UpdatedAt: they still come, and once.</summary>
public sealed class MovingRowTests
{
    [Theory]
    [InlineData("-SortBy UpdatedAt")]
    [InlineData("-SortBy UpdatedAt -Ascending")]
    [InlineData("-SortBy WaitingSince")]
    [InlineData("")]
    public void Nothing_is_lost_and_nothing_comes_twice(string search) =>
        Faulty.FindsAllOnce(Faulty.Day(SandboxFault.MovingRows | SandboxFault.DriftingTotal, rate: 0.3), search, request => request.RowsAskedFor is not null);

    [Fact]
    public void A_server_that_ignores_the_order_asked_for_loses_nothing_either() =>
        Faulty.FindsAllOnce(
            new SandboxOptions { Conversations = 1200, RateLimit = 0, IgnoreSort = true, Latency = TimeSpan.FromMilliseconds(1) }, "", request => request.RowsAskedFor is not null);
}
