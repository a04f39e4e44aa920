using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using Xunit;

namespace IntercomPS.Tests.Client;

public sealed class FetchSlotsTests
{
    private int _concurrency = 20;

    [Fact]
    public async Task No_more_than_the_throttle_limit_are_under_way()
    {
        var slots = new FetchSlots(2, () => _concurrency);
        await StartedAsync(slots, 2);
        Task third = slots.StartAsync(TestContext.Current.CancellationToken);
        Assert.False(third.IsCompleted);

        slots.Ended();

        await third.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task No_more_than_twice_what_the_governor_lets_go_wait_to_be_taken()
    {
        var slots = new FetchSlots(128, () => _concurrency);
        await StartedAsync(slots, 40);
        for (int ended = 0; ended < 40; ended++)
        {
            slots.Ended();
        }

        Task next = slots.StartAsync(TestContext.Current.CancellationToken);
        Assert.False(next.IsCompleted);

        slots.Taken();

        await next.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task When_the_governor_lets_more_go_more_begin()
    {
        var slots = new FetchSlots(128, () => _concurrency);
        await StartedAsync(slots, 40);
        Task next = slots.StartAsync(TestContext.Current.CancellationToken);

        _concurrency = 21;
        slots.Ended();

        await next.WaitAsync(TestContext.Current.CancellationToken);
        await StartedAsync(slots, 1);
        Assert.False(slots.StartAsync(TestContext.Current.CancellationToken).IsCompleted);
    }

    [Fact]
    public async Task A_cancelled_wait_ends_and_takes_no_slot()
    {
        var slots = new FetchSlots(1, () => _concurrency);
        await StartedAsync(slots, 1);
        using var stop = new CancellationTokenSource();
        Task waiting = slots.StartAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<System.OperationCanceledException>(() => waiting.WaitAsync(TestContext.Current.CancellationToken));
        slots.Ended();
        await StartedAsync(slots, 1);
    }

    private static async Task StartedAsync(FetchSlots slots, int count)
    {
        for (int started = 0; started < count; started++)
        {
            Task start = slots.StartAsync(TestContext.Current.CancellationToken);
            Assert.True(start.IsCompleted, $"Only {started} began.");
            await start;
        }
    }
}
