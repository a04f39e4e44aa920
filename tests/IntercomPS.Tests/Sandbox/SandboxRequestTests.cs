using System;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.Tests.Sandbox;

/// <summary>Token, Accept header, version, routes and quota.</summary>
public sealed class SandboxRequestTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 3, TimeSpan.Zero);

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Basic wrong")]
    public async Task A_missing_or_wrong_token_gives_401_without_rate_headers(string? authorization)
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 1, AccessToken = "right" });
        using var client = new SandboxClient(server);
        client.Http.DefaultRequestHeaders.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);
        using HttpResponseMessage response = await client.SendAsync("me");
        Assert.Equal("unauthorized", await SandboxClient.ReadErrorAsync(response, 401));
        Assert.DoesNotContain(response.Headers, h => h.Key.StartsWith("X-RateLimit", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(null, 406)]
    [InlineData("text/html", 406)]
    [InlineData("application/json", 200)]
    [InlineData("text/plain, application/json;q=0.9", 200)]
    [InlineData("*/*", 200)]
    public async Task The_accept_header_must_take_json(string? accept, int status)
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 1 });
        using var client = new SandboxClient(server);
        client.Http.DefaultRequestHeaders.Accept.Clear();
        if (accept is not null)
        {
            client.Http.DefaultRequestHeaders.Add("Accept", accept);
        }

        using HttpResponseMessage response = await client.SendAsync("me");
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("2.10", true)]
    [InlineData("2.16", true)]
    [InlineData("Unstable", true)]
    [InlineData("2.17", false)]
    [InlineData("1.4", false)]
    [InlineData("latest", false)]
    public async Task An_unknown_version_gives_400(string version, bool known)
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 1 });
        using var client = new SandboxClient(server, version);
        using HttpResponseMessage response = await client.SendAsync("conversations");
        Assert.Equal(version, server.Counters.Recent[0].ApiVersion);
        if (known)
        {
            Assert.True(response.IsSuccessStatusCode);
        }
        else
        {
            Assert.Equal("intercom_version_invalid", await SandboxClient.ReadErrorAsync(response, 400));
        }
    }

    [Theory]
    [InlineData("GET", "nothing/here")]
    [InlineData("PUT", "me")]
    [InlineData("DELETE", "conversations/1")]
    [InlineData("GET", "conversations/1")]
    [InlineData("GET", "contacts/1")]
    [InlineData("GET", "admins/1")]
    [InlineData("GET", "teams/1")]
    [InlineData("GET", "tags/1")]
    [InlineData("GET", "companies/1")]
    [InlineData("GET", "conversations/..%2F..%2Fme")]
    public async Task What_is_not_there_gives_404(string method, string path)
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 1 });
        using var client = new SandboxClient(server);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using HttpResponseMessage response = await client.Http.SendAsync(request, TestContext.Current.CancellationToken);
        await SandboxClient.ReadErrorAsync(response, 404);
    }

    [Fact]
    public async Task The_quota_counts_down_in_a_window_and_comes_back_in_the_next()
    {
        DateTimeOffset now = Start;
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 1, RateLimit = 3, Clock = () => now });
        using var client = new SandboxClient(server);
        foreach (string remaining in new[] { "2", "1", "0" })
        {
            using HttpResponseMessage response = await client.SendAsync("me");
            Assert.Equal(("3", remaining, "1772366410"), RateHeaders(response));
        }

        using HttpResponseMessage refused = await client.SendAsync("me");
        Assert.Equal("rate_limit_exceeded", await SandboxClient.ReadErrorAsync(refused, 429));
        Assert.Equal(("3", "0", "1772366410"), RateHeaders(refused));
        Assert.Null(refused.Headers.RetryAfter);
        now = now.AddSeconds(7);
        using HttpResponseMessage next = await client.SendAsync("me");
        Assert.Equal(("3", "2", "1772366420"), RateHeaders(next));
        Assert.Equal((5, 1), (server.Counters.Total, server.Counters.TooManyRequests));
        Assert.Equal(2, server.Counters.Recent.Select(r => r.RateWindow).Distinct().Count());
        Assert.Equal(server.Counters.Recent.Select(r => r.RateWindow).Distinct(), server.Counters.Windows.Select(window => window.Start));
        Assert.Equal(
            server.Counters.Recent.GroupBy(r => r.RateWindow).Select(window => (window.Count(r => r.Status != 429), window.Count(r => r.Status == 429))),
            server.Counters.Windows.Select(window => (window.Answered, window.Refused)));
    }

    [Fact]
    public async Task Without_a_limit_there_are_no_rate_headers()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 1, RateLimit = 0 });
        using var client = new SandboxClient(server);
        using HttpResponseMessage response = await client.SendAsync("me");
        Assert.DoesNotContain(response.Headers, h => h.Key.StartsWith("X-RateLimit", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Requests_are_counted_by_method_and_route()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 3, Latency = TimeSpan.FromMilliseconds(100) });
        using var client = new SandboxClient(server);
        await Task.WhenAll(server.Workspace.Conversations.Select(c => client.GetAsync("conversations/" + c.Id)));
        await client.GetAsync("me");
        Assert.Equal(3, server.Counters.ByRoute["GET /conversations/{id}"]);
        Assert.Equal(1, server.Counters.ByRoute["GET /me"]);
        Assert.InRange(server.Counters.MaxConcurrency, 2, 3);
        Assert.All(server.Counters.Recent, r => Assert.Equal(200, r.Status));
    }

    private static (string Limit, string Remaining, string Reset) RateHeaders(HttpResponseMessage response)
        => (Read(response, "Limit"), Read(response, "Remaining"), Read(response, "Reset"));

    private static string Read(HttpResponseMessage response, string name) => response.Headers.GetValues("X-RateLimit-" + name).Single();
}
