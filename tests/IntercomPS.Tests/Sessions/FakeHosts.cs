using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Sessions;
using IntercomPS.Tests.Client;

namespace IntercomPS.Tests.Sessions;

/// <summary>The hosts of the regions, each with an answer of its own, and a connector that knows no others.</summary>
internal sealed class FakeHosts
{
    private readonly Func<HttpRequestMessage, HttpResponseMessage> _answer;
    private int _openClients;

    public FakeHosts(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        _answer = answer;
    }

    public ConcurrentQueue<HttpRequestMessage> Requests { get; } = new();

    public IReadOnlyList<string> HostsAsked => Requests.Select(request => request.RequestUri!.Host).ToList();

    public ConcurrentQueue<ConnectionSettings> Settings { get; } = new();

    /// <summary>The HttpClients that were made and not disposed of.</summary>
    public int OpenClients => Volatile.Read(ref _openClients);

    public FakeTime Time { get; } = new();

    public RecordingObserver Observer { get; } = new();

    /// <summary>Another one for each fixture, since governors are shared by token.</summary>
    public string Token { get; } = "tok-" + Guid.NewGuid().ToString("N");

    /// <summary>The answer of GET /me in a workspace of a region.</summary>
    public static HttpResponseMessage Me(string? region) => Answers.Json(
        $$$"""{"type":"admin","id":"991","name":"Mira","email":"mira@example.com","app":{"type":"app","id_code":"abc12","name":"Acme","timezone":"Europe/Dublin","region":{{{(region is null ? "null" : $"\"{region}\"")}}}}}""");

    public async Task<IntercomSession> ConnectAsync(IntercomRegion? region = null, Uri? baseUri = null, string apiVersion = "2.15")
    {
        var request = new SessionRequest { Region = region, BaseUri = baseUri, ApiVersion = apiVersion, Timeout = TimeSpan.FromSeconds(30) };
        var connector = new SessionConnector(CreateClient, Time);
        return await Time.RunUntilAsync(
            Task.Run(() => connector.ConnectAsync(new AccessToken(Token), request, Observer, CancellationToken.None)), TimeSpan.FromMinutes(5));
    }

    private HttpClient CreateClient(ConnectionSettings settings, AccessToken token)
    {
        Settings.Enqueue(settings);
        Interlocked.Increment(ref _openClients);
        return HttpClientFactory.WithHeaders(new HttpClient(new Handler(this)), settings, token);
    }

    private sealed class Handler(FakeHosts hosts) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            hosts.Requests.Enqueue(request);
            return Task.FromResult(hosts._answer(request));
        }

        protected override void Dispose(bool disposing)
        {
            Interlocked.Decrement(ref hosts._openClients);
            base.Dispose(disposing);
        }
    }
}
