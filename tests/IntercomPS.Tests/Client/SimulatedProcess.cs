using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;

namespace IntercomPS.Tests.Client;

/// <summary>A process of ours with a governor of its own: callers that ask for one thing after the other.</summary>
internal sealed class SimulatedProcess
{
    private readonly FakeTime _time;
    private readonly QuotaServer _server;
    private readonly Random _random;

    public SimulatedProcess(FakeTime time, QuotaServer server, int seed = 1)
    {
        _time = time;
        _server = server;
        _random = new Random(seed);
        Governor = new RateLimitGovernor(time);
    }

    public RateLimitGovernor Governor { get; }

    /// <summary>The usual latency; each request takes from half as long to half as long again.</summary>
    public TimeSpan Latency { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>One request in so many takes as long as <see cref="SlowLatency"/>; 0 for none.</summary>
    public int SlowOneIn { get; init; }

    public TimeSpan SlowLatency { get; init; }

    public int Accepted { get; private set; }

    public int Refused { get; private set; }

    public int InFlight { get; private set; }

    public int MostInFlight { get; private set; }

    /// <summary>Starts the callers.</summary>
    public Task RunAsync(int callers, CancellationToken cancellationToken)
    {
        IEnumerable<Task> running = Enumerable.Range(0, callers).Select(_ => CallAsync(cancellationToken));
        return Task.WhenAll(running.ToList());
    }

    private async Task CallAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                RateLimitPermit permit = await Governor.AcquireAsync(new RecordingObserver(), cancellationToken);
                RateLimitAnswer answer = RateLimitAnswer.None;
                TimeSpan latency = Begin();
                try
                {
                    await Task.Delay(latency / 2, _time, cancellationToken);
                    answer = Answer();
                    await Task.Delay(latency / 2, _time, cancellationToken);
                }
                finally
                {
                    End();
                    Governor.Complete(permit, answer);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The simulation is over.
        }
    }

    private TimeSpan Begin()
    {
        lock (_server)
        {
            InFlight++;
            MostInFlight = Math.Max(MostInFlight, InFlight);
            return SlowOneIn > 0 && _random.Next(SlowOneIn) == 0 ? SlowLatency : Latency * (0.5 + _random.NextDouble());
        }
    }

    private RateLimitAnswer Answer()
    {
        lock (_server)
        {
            RateLimitAnswer answer = _server.Answer();
            Accepted += answer.IsRefusal ? 0 : 1;
            Refused += answer.IsRefusal ? 1 : 0;
            return answer;
        }
    }

    private void End()
    {
        lock (_server)
        {
            InFlight--;
        }
    }
}
