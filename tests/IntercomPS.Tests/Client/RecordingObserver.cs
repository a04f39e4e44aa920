using System;
using System.Collections.Concurrent;
using System.Threading;
using IntercomPS.Client;

namespace IntercomPS.Tests.Client;

/// <summary>Keeps what the client tells.</summary>
internal sealed class RecordingObserver : IClientObserver
{
    private int _begun;
    private int _ended;

    public ConcurrentQueue<RequestTrace> Requests { get; } = new();

    public ConcurrentQueue<(string Reason, TimeSpan Delay)> Retries { get; } = new();

    public ConcurrentQueue<(DateTimeOffset Until, TimeSpan Duration)> Waits { get; } = new();

    public ConcurrentQueue<string> Notes { get; } = new();

    public int WaitsBegun => Volatile.Read(ref _begun);

    public int WaitsEnded => Volatile.Read(ref _ended);

    public void RequestCompleted(RequestTrace trace) => Requests.Enqueue(trace);

    public void Retrying(string reason, TimeSpan delay) => Retries.Enqueue((reason, delay));

    public void WaitingForQuota(DateTimeOffset until, TimeSpan duration) => Waits.Enqueue((until, duration));

    public void WaitBegan() => Interlocked.Increment(ref _begun);

    public void WaitEnded() => Interlocked.Increment(ref _ended);

    public void Noted(string text) => Notes.Enqueue(text);
}
