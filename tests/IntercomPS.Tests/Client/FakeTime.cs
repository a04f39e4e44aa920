using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IntercomPS.Tests.Client;

/// <summary>Fake time that goes on only when everything that it set off has come to rest.</summary>
internal sealed class FakeTime : FakeTimeProvider
{
    public static readonly DateTimeOffset Began = DateTimeOffset.FromUnixTimeSeconds(1_800_000_003);

    private readonly int _busyAtRest = BusyAtRest();

    public FakeTime()
        : base(Began)
    {
    }

    /// <summary>Lets go by, in small steps, until something is done.</summary>
    public async Task<T> RunUntilAsync<T>(Task<T> task, TimeSpan longest, TimeSpan? step = null)
    {
        await RunUntilAsync((Task)task, longest, step);
        return await task;
    }

    public async Task RunUntilAsync(Task task, TimeSpan longest, TimeSpan? step = null)
    {
        DateTimeOffset end = GetUtcNow() + longest;
        await SettleAsync();
        while (!task.IsCompleted)
        {
            Assert.True(GetUtcNow() < end, $"Not done after {longest} of fake time.");
            Advance(step ?? TimeSpan.FromMilliseconds(100));
            await SettleAsync();
        }
    }

    /// <summary>Lets a while go by.</summary>
    public async Task RunAsync(TimeSpan duration, TimeSpan? step = null)
    {
        DateTimeOffset end = GetUtcNow() + duration;
        while (GetUtcNow() < end)
        {
            Advance(step ?? TimeSpan.FromMilliseconds(100));
            await SettleAsync();
        }
    }

    /// <summary>Waits, in no time of the clock's, until something holds that work under way brings about.</summary>
    public static Task UntilAsync(Func<bool> condition)
    {
        for (int turn = 0; turn < 2_000_000 && !condition(); turn++)
        {
            Thread.Yield();
        }

        Assert.True(condition(), "It did not come about.");
        return Task.CompletedTask;
    }

    /// <summary>Waits, in no time of the clock's, until the pool has nothing more to do.</summary>
    /// <remarks>A thread that was only put aside by the system still counts as busy, so that fake time never runs away from it.</remarks>
    public Task SettleAsync()
    {
        int quiet = 0;
        for (int turn = 0; turn < 50_000 && quiet < 40; turn++)
        {
            Thread.Yield();
            quiet = ThreadPool.PendingWorkItemCount == 0 && BusyThreads() <= _busyAtRest ? quiet + 1 : 0;
        }

        return Task.CompletedTask;
    }

    private static int BusyAtRest()
    {
        int least = int.MaxValue;
        for (int turn = 0; turn < 500; turn++)
        {
            Thread.Yield();
            least = Math.Min(least, BusyThreads());
        }

        return least;
    }

    /// <summary>The threads of the pool that do something, the one that asks left out.</summary>
    private static int BusyThreads()
    {
        ThreadPool.GetMaxThreads(out int most, out _);
        ThreadPool.GetAvailableThreads(out int available, out _);
        return most - available - (Thread.CurrentThread.IsThreadPoolThread ? 1 : 0);
    }
}
