using System;
using System.Collections.Generic;
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
    private const int LargeLimit = 1667;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    private readonly FakeTime _time = new();

    [Theory]
    [InlineData(20, 100, 0)]
    [InlineData(40, 250, 0)]
    [InlineData(10, 60, 600)]
    [InlineData(40, 250, -600)]
    [InlineData(64, 400, 4)]
    public async Task The_whole_quota_is_used_without_one_refusal(int callers, int latency, int skew)
    {
        var server = new QuotaServer(_time, Limit) { Skew = TimeSpan.FromSeconds(skew) };
        var process = new SimulatedProcess(_time, server) { Latency = TimeSpan.FromMilliseconds(latency) };

        await SimulateAsync(server, seconds: 67, callers, othersPerSecond: 0, process);

        // Three seconds of the first window are gone, and six whole ones follow.
        Assert.Equal(0, server.Refused);
        Assert.InRange(server.Requests, 6 * Limit * 0.97, 8 * Limit);
        Assert.InRange(server.UsedShare, 0.97, 1);
    }

    [Theory]
    [InlineData(Limit, 200, 0)]
    [InlineData(Limit, 200, 50)]
    [InlineData(Limit, 1500, 0)]
    [InlineData(LargeLimit, 200, 0)]
    [InlineData(LargeLimit, 200, 200)]
    [InlineData(LargeLimit, 500, 0)]
    [InlineData(LargeLimit, 20, 0)]
    public async Task As_many_are_under_way_as_use_the_whole_quota_at_any_latency(int limit, int latency, int slowOneIn)
    {
        var server = new QuotaServer(_time, limit);
        var process = new SimulatedProcess(_time, server)
        {
            Latency = TimeSpan.FromMilliseconds(latency),
            SlowOneIn = slowOneIn,
            SlowLatency = TimeSpan.FromSeconds(12),
        };

        await SimulateAsync(server, seconds: 47, callers: 256, othersPerSecond: 0, process);

        Assert.Equal(0, server.Refused);
        Assert.InRange(server.UsedShare, 0.97, 1);
        Assert.InRange(process.MostInFlight, 1, ConcurrencyLimit.Maximum);
    }

    [Theory]
    [InlineData(600)]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task Without_a_date_skewed_clocks_cost_at_most_a_probe_a_window(int skew)
    {
        var server = new QuotaServer(_time, Limit) { Skew = TimeSpan.FromSeconds(skew), SendsDate = false };

        await SimulateAsync(server, seconds: 67, callers: 20, othersPerSecond: 0, new SimulatedProcess(_time, server) { Latency = TimeSpan.FromMilliseconds(100) });

        Assert.InRange(server.Refused, 0, 14);
        Assert.InRange(server.Requests, 3 * Limit, 7 * Limit);
    }

    [Theory]
    [InlineData(Limit, 20, 100)]
    [InlineData(Limit, 40, 250)]
    [InlineData(Limit, 256, 200)]
    [InlineData(LargeLimit, 256, 200)]
    public async Task With_another_client_taking_two_fifths_at_most_one_in_a_hundred_is_refused(int limit, int callers, int latency)
    {
        var server = new QuotaServer(_time, limit);
        var process = new SimulatedProcess(_time, server) { Latency = TimeSpan.FromMilliseconds(latency) };

        await SimulateAsync(server, seconds: 87, callers, othersPerSecond: 0.4 * limit / 10, process);

        Assert.InRange((double)server.Refused / server.Requests, 0, 0.01);
        Assert.InRange((double)server.OthersRefused / (8.7 * 0.4 * limit), 0, 0.01);
        Assert.InRange(server.UsedShare, 0.4 + (0.6 * 0.9), 1);
    }

    [Theory]
    [InlineData(Limit, 200, 200)]
    [InlineData(Limit, 100, 400)]
    [InlineData(LargeLimit, 200, 200)]
    public async Task Two_processes_share_a_quota_and_neither_starves(int limit, int oneLatency, int otherLatency)
    {
        var server = new QuotaServer(_time, limit);
        var one = new SimulatedProcess(_time, server, seed: 1) { Latency = TimeSpan.FromMilliseconds(oneLatency) };
        var other = new SimulatedProcess(_time, server, seed: 2) { Latency = TimeSpan.FromMilliseconds(otherLatency) };

        await SimulateAsync(server, seconds: 107, callers: 256, othersPerSecond: 0, one, other);

        Assert.InRange((double)server.Refused / server.Requests, 0, 0.01);
        Assert.InRange(server.UsedShare, 0.95, 1);
        Assert.InRange((double)one.Accepted / (one.Accepted + other.Accepted), 0.4, 0.6);
    }

    [Fact]
    public async Task Fewer_are_under_way_while_the_server_is_slow_and_as_many_as_before_afterwards()
    {
        var server = new QuotaServer(_time, LargeLimit);
        var process = new SimulatedProcess(_time, server);
        using var stop = new CancellationTokenSource();
        Task running = process.RunAsync(256, stop.Token);
        await _time.RunAsync(TimeSpan.FromSeconds(25), Step);
        int before = process.Governor.Concurrency;

        process.Latency = TimeSpan.FromSeconds(1);
        await _time.RunAsync(TimeSpan.FromSeconds(6), Step);
        int slow = process.Governor.Concurrency;
        process.Latency = TimeSpan.FromMilliseconds(200);
        await _time.RunAsync(TimeSpan.FromSeconds(20), Step);
        int after = process.Governor.Concurrency;

        await stop.CancelAsync();
        await running;
        Assert.InRange(slow, ConcurrencyLimit.Minimum, before / 2);
        Assert.InRange(after, before / 2, ConcurrencyLimit.Maximum);
    }

    private async Task SimulateAsync(QuotaServer server, int seconds, int callers, double othersPerSecond, params SimulatedProcess[] processes)
    {
        using var stop = new CancellationTokenSource();
        List<Task> running = [.. processes.Select(process => process.RunAsync(callers, stop.Token))];
        double owed = 0;
        for (double passed = 0; passed < seconds; passed += Step.TotalSeconds)
        {
            owed += othersPerSecond * Step.TotalSeconds;
            lock (server)
            {
                server.TakeByOthers((int)owed);
            }

            owed -= (int)owed;
            await _time.RunAsync(Step, Step);
        }

        await stop.CancelAsync();
        await Task.WhenAll(running);
        string shares = string.Join(", ", processes.Select(process => $"{process.Accepted} and {process.Refused} refused, {process.MostInFlight} at once"));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{server.UsedShare:P1} used; {shares}; others refused {server.OthersRefused}; {string.Join(' ', server.UsedByWindow.Values)}");
    }
}
