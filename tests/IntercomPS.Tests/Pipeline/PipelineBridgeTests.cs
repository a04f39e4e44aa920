using System;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Pipeline;
using IntercomPS.Tests.Client;
using Xunit;

namespace IntercomPS.Tests.Pipeline;

[Collection(FakeTimeGroup.Name)]
public sealed class PipelineBridgeTests
{
    private readonly RecordingRuntime _runtime = new();

    [Fact]
    public void Each_message_goes_to_its_stream_in_the_order_handed_over()
    {
        using PipelineBridge bridge = PipelineBridge.Start(
            async (writer, _) =>
            {
                await writer.OutputAsync("one");
                writer.Verbose("verbose");
                writer.Warning("warning");
                writer.Error(new ErrorRecord(new InvalidOperationException(), "AnId", ErrorCategory.NotSpecified, null));
                writer.Progress(new ProgressRecord(1, "activity", "status"));
                await writer.OutputListAsync(["two", "three"]);
            },
            CancellationToken.None);

        bridge.WriteToEnd(_runtime.NewCmdlet());

        Assert.Equal(["output", "verbose", "warning", "error", "progress", "output", "output"], _runtime.Written.Select(item => item.Stream));
        Assert.Equal(["one", "two", "three"], Outputs());
    }

    [Fact]
    public async Task Work_that_is_ahead_of_the_pipeline_waits_and_loses_nothing()
    {
        int handedOver = 0;
        using PipelineBridge bridge = PipelineBridge.Start(
            async (writer, _) =>
            {
                for (int number = 0; number < 1000; number++)
                {
                    await writer.OutputAsync(number);
                    Interlocked.Increment(ref handedOver);
                }
            },
            CancellationToken.None);

        await FakeTime.UntilAsync(() => Volatile.Read(ref handedOver) >= 8);
        await FakeTime.SettleAsync();
        Assert.Equal(8, Volatile.Read(ref handedOver));

        bridge.WriteToEnd(_runtime.NewCmdlet());
        Assert.Equal(Enumerable.Range(0, 1000), Outputs().Cast<int>());
    }

    [Fact]
    public void Lines_of_the_other_streams_wait_for_the_pipeline_too()
    {
        using PipelineBridge bridge = PipelineBridge.Start(
            (writer, _) =>
            {
                for (int number = 0; number < 100; number++)
                {
                    writer.Verbose($"{number}");
                }

                return Task.CompletedTask;
            },
            CancellationToken.None);

        bridge.WriteToEnd(_runtime.NewCmdlet());

        Assert.Equal(Enumerable.Range(0, 100).Select(number => $"{number}"), _runtime.Written.Select(item => item.Content));
    }

    [Fact]
    public void What_the_work_throws_comes_after_what_it_had_handed_over()
    {
        var failure = new InvalidOperationException("broken");
        using PipelineBridge bridge = PipelineBridge.Start(
            async (writer, _) =>
            {
                await writer.OutputAsync("before");
                throw failure;
            },
            CancellationToken.None);

        Assert.Same(failure, Assert.Throws<InvalidOperationException>(() => bridge.WriteToEnd(_runtime.NewCmdlet())));

        Assert.Equal(["before"], Outputs());
    }

    [Fact]
    public void Waiting_for_the_input_to_be_taken_tells_of_work_that_has_failed()
    {
        var never = new TaskCompletionSource();
        var failure = new InvalidOperationException("broken");
        using PipelineBridge bridge = PipelineBridge.Start((_, _) => Task.FromException(failure), CancellationToken.None);

        Assert.Same(failure, Assert.Throws<InvalidOperationException>(() => bridge.WriteUntil(_runtime.NewCmdlet(), never.Task)));
    }

    [Fact]
    public async Task Waiting_for_the_input_to_be_taken_writes_meanwhile()
    {
        var taken = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        using PipelineBridge bridge = PipelineBridge.Start(
            async (writer, _) =>
            {
                for (int number = 0; number < 50; number++)
                {
                    await writer.OutputAsync(number);
                }

                taken.SetResult();
                await end.Task;
                await writer.OutputAsync(50);
            },
            CancellationToken.None);

        bridge.WriteUntil(_runtime.NewCmdlet(), taken.Task);
        Assert.InRange(_runtime.Written.Count, 42, 50);

        end.SetResult();
        await Task.Run(() => bridge.WriteToEnd(_runtime.NewCmdlet()), TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, 51), Outputs().Cast<int>());
    }

    [Fact]
    public void A_stop_ends_the_work_and_the_writing()
    {
        using var stop = new CancellationTokenSource();
        CancellationToken seen = default;
        using PipelineBridge bridge = PipelineBridge.Start(
            async (_, token) =>
            {
                seen = token;
                stop.CancelAfter(TimeSpan.Zero);
                await Task.Delay(Timeout.Infinite, token);
            },
            stop.Token);

        Assert.ThrowsAny<OperationCanceledException>(() => bridge.WriteToEnd(_runtime.NewCmdlet()));
        Assert.True(seen.IsCancellationRequested);
    }

    [Fact]
    public async Task Disposing_stops_the_work_and_waits_until_nothing_of_it_is_left()
    {
        var begun = new TaskCompletionSource();
        var cleanedUp = new TaskCompletionSource();
        bool left = true;
        PipelineBridge bridge = PipelineBridge.Start(
            async (_, token) =>
            {
                begun.SetResult();
                try
                {
                    await Task.Delay(Timeout.Infinite, token);
                }
                finally
                {
                    await cleanedUp.Task;
                    left = false;
                }
            },
            CancellationToken.None);
        await begun.Task;

        Task disposal = Task.Run(bridge.Dispose, TestContext.Current.CancellationToken);
        await FakeTime.SettleAsync();
        Assert.False(disposal.IsCompleted);

        cleanedUp.SetResult();
        await disposal;
        Assert.False(left);
    }

    [Fact]
    public async Task Disposing_frees_work_that_waits_for_a_pipeline_that_is_gone()
    {
        bool ended = false;
        PipelineBridge bridge = PipelineBridge.Start(
            async (writer, _) =>
            {
                try
                {
                    while (true)
                    {
                        await writer.OutputAsync("more");
                    }
                }
                finally
                {
                    ended = true;
                }
            },
            CancellationToken.None);
        await FakeTime.SettleAsync();

        bridge.Dispose();

        Assert.True(ended);
    }

    private object?[] Outputs() => [.. _runtime.Written.Where(item => item.Stream == "output").Select(item => item.Content)];
}
