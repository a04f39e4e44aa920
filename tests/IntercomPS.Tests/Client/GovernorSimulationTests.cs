using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using Xunit;

namespace IntercomPS.Tests.Client;

/// <summary>Many callers against a server with fixed windows, over minutes of fake time.</summary>
[Collection(FakeTimeGroup.Name)]
public sealed class GovernorSimulationTests
{
    private const int Limit = 167;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    [Theory]
    [InlineData(20, 100, 0)]
    [InlineData(40, 250, 0)]
    [InlineData(10, 60, 600)]
    [InlineData(40, 250, -600)]
    [InlineData(64, 400, 4)]
    public async Task The_whole_quota_is_used_without_one_refusal(int callers, int latency, int skew)
    {
        var time = new FakeTime();
        var server = new QuotaServer(time, Limit) { Skew = TimeSpan.FromSeconds(skew) };

        await SimulateAsync(time, server, callers, latency, seconds: 67, othersPerSecond: 0);

        // Three seconds of the first window are gone, and six whole ones follow.
        TestContext.Current.TestOutputHelper?.WriteLine($"{server.Requests} requests, {server.Refused} refused");
        Assert.Equal(0, server.Refused);
        Assert.InRange(server.Requests, 6 * Limit * 0.97, 8 * Limit);
    }

    [Theory]
    [InlineData(600)]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task Without_a_date_skewed_clocks_cost_at_most_a_probe_a_window(int skew)
    {
        var time = new FakeTime();
        var server = new QuotaServer(time, Limit) { Skew = TimeSpan.FromSeconds(skew), SendsDate = false };

        await SimulateAsync(time, server, callers: 20, latency: 100, seconds: 67, othersPerSecond: 0);

        TestContext.Current.TestOutputHelper?.WriteLine($"{server.Requests} requests, {server.Refused} refused");
        Assert.InRange(server.Refused, 0, 14);
        Assert.InRange(server.Requests, 3 * Limit, 7 * Limit);
    }

    [Theory]
    [InlineData(20, 100)]
    [InlineData(40, 250)]
    public async Task With_another_client_taking_two_fifths_at_most_one_in_a_hundred_is_refused(int callers, int latency)
    {
        var time = new FakeTime();
        var server = new QuotaServer(time, Limit);

        await SimulateAsync(time, server, callers, latency, seconds: 127, othersPerSecond: 0.4 * Limit / 10);

        double share = (double)server.Refused / server.Requests;
        TestContext.Current.TestOutputHelper?.WriteLine($"{server.Requests} requests, {server.Refused} refused: {share:P2}");
        Assert.InRange(share, 0, 0.01);
        Assert.InRange(server.Requests, 12 * Limit * 0.6 * 0.9, 13 * Limit);
    }

    private static async Task SimulateAsync(FakeTime time, QuotaServer server, int callers, int latency, int seconds, double othersPerSecond)
    {
        var governor = new RateLimitGovernor(time);
        using var stop = new CancellationTokenSource();
        var random = new Random(1);
        Task[] running = Enumerable.Range(0, callers)
            .Select(_ => CallAsync(time, server, governor, TimeSpan.FromMilliseconds(latency * (0.5 + random.NextDouble())), stop.Token))
            .ToArray();
        double owed = 0;
        for (double passed = 0; passed < seconds; passed += Step.TotalSeconds)
        {
            owed += othersPerSecond * Step.TotalSeconds;
            lock (server)
            {
                server.TakeByOthers((int)owed);
            }

            owed -= (int)owed;
            await time.RunAsync(Step, Step);
        }

        await stop.CancelAsync();
        await Task.WhenAll(running);
    }

    private static async Task CallAsync(
        FakeTime time, QuotaServer server, RateLimitGovernor governor, TimeSpan latency, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                RateLimitPermit permit = await governor.AcquireAsync(new RecordingObserver(), cancellationToken);
                RateLimitAnswer answer = RateLimitAnswer.None;
                try
                {
                    await Task.Delay(latency / 2, time, cancellationToken);
                    lock (server)
                    {
                        answer = server.Answer();
                    }

                    await Task.Delay(latency / 2, time, cancellationToken);
                }
                finally
                {
                    governor.Complete(permit, answer);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The simulation is over.
        }
    }
}
