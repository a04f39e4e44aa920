using System;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;

namespace IntercomPS.Tests.Client;

/// <summary>A client over scripted answers, in fake time.</summary>
internal sealed class ClientFixture : IDisposable
{
    public const string Token = "dG9rOnNlY3JldF90b2tlbl92YWx1ZQ==";
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(100);

    private readonly HttpClient _http;

    public ClientFixture(Func<ScriptedRequest, HttpResponseMessage> answer, int retries = IntercomClient.DefaultRetries)
        : this(new ScriptedHandler(answer), retries)
    {
    }

    public ClientFixture(ScriptedHandler handler, int retries = IntercomClient.DefaultRetries)
        : this((HttpMessageHandler)handler, retries)
    {
        Handler = handler;
    }

    public ClientFixture(HttpMessageHandler handler, int retries = IntercomClient.DefaultRetries)
    {
        Handler = null!;
        var settings = new ConnectionSettings { BaseUri = new Uri("https://api.intercom.test"), ApiVersion = "2.15" };
        _http = HttpClientFactory.WithHeaders(new HttpClient(handler), settings, new AccessToken(Token));
        Transport = new IntercomTransport(_http, new RateLimitGovernor(Time), Timeout, Time);
        Client = new IntercomClient(Transport, Observer, retries);
    }

    public ScriptedHandler Handler { get; }

    public FakeTime Time { get; } = new();

    public RecordingObserver Observer { get; } = new();

    public IntercomTransport Transport { get; }

    public IntercomClient Client { get; }

    /// <summary>Runs work while fake time goes by.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> work, double longestSeconds = 3600, double stepSeconds = 0.5) =>
        Time.RunUntilAsync(Task.Run(work), TimeSpan.FromSeconds(longestSeconds), TimeSpan.FromSeconds(stepSeconds));

    /// <summary>Sends a write, which no endpoint of the client does yet.</summary>
    public Task<string> WriteAsync(CancellationToken cancellationToken = default)
    {
        var request = new IntercomRequest(HttpMethod.Post, "/conversations/1/reply") { IsRead = false, Body = "{}"u8.ToArray() };
        return new RetryPolicy(IntercomClient.DefaultRetries, Observer, Time).RunAsync(
            request,
            token => Transport.SendAsync(
                request, async (body, stop) => (await JsonNode.ParseAsync(body, cancellationToken: stop))!.ToJsonString(), Observer, token),
            cancellationToken);
    }

    public void Dispose() => _http.Dispose();
}
