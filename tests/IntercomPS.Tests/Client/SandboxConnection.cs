using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Querying.Planning;
using IntercomPS.Sandbox;

namespace IntercomPS.Tests.Client;

/// <summary>A client of a sandbox over loopback HTTP.</summary>
internal sealed class SandboxConnection : IDisposable
{
    private readonly HttpClient _http;

    public SandboxConnection(SandboxServer server, string version = "2.15", TimeProvider? time = null)
    {
        TimeProvider clock = time ?? TimeProvider.System;
        _http = HttpClientFactory.Create(new ConnectionSettings { BaseUri = server.BaseUri, ApiVersion = version }, new AccessToken(server.AccessToken));
        Client = new IntercomClient(new IntercomTransport(_http, new RateLimitGovernor(clock), TimeSpan.FromSeconds(30), clock), Observer);
    }

    public RecordingObserver Observer { get; } = new();

    public IntercomClient Client { get; }

    /// <summary>Reads all that a plan finds.</summary>
    public Task<List<Conversation>> ReadAsync(QueryPlan plan, long? first = null, Action<Conversation>? observed = null, CancellationToken cancellationToken = default) =>
        ReadAsync(plan, new PlanReading { First = first, Observed = observed }, cancellationToken);

    /// <summary>Reads the part of what a plan finds that is asked for.</summary>
    public async Task<List<Conversation>> ReadAsync(QueryPlan plan, PlanReading reading, CancellationToken cancellationToken = default)
    {
        var found = new List<Conversation>();
        await foreach (IReadOnlyList<Conversation> page in new PlanReader(Client, plan, reading).ReadAsync(cancellationToken))
        {
            found.AddRange(page);
        }

        return found;
    }

    /// <summary>The ids of all that a plan finds.</summary>
    public async Task<List<string>> ReadIdsAsync(QueryPlan plan, long? first = null, CancellationToken cancellationToken = default) =>
        (await ReadAsync(plan, first, cancellationToken: cancellationToken)).Select(conversation => conversation.Id).ToList();

    public void Dispose() => _http.Dispose();
}
