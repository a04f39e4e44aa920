using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.Tests.Sandbox;

/// <summary>Each fault as it looks on the wire. A rate of 1 hits every request, but never more than twice in a row.</summary>
public sealed class SandboxFaultTests
{
    private static readonly JsonNode Everything = SandboxClient.Filter("created_at", ">", 0);

    [Fact]
    public async Task Server_errors_have_html_bodies_and_end_after_two_tries()
    {
        using SandboxServer server = Start(SandboxFault.ServerError);
        using var client = new SandboxClient(server);
        for (int attempt = 0; attempt < 2; attempt++)
        {
            using HttpResponseMessage response = await client.SendAsync("me");
            Assert.InRange((int)response.StatusCode, 500, 504);
            Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
            Assert.Contains("<html>", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        await client.GetAsync("me");
    }

    [Fact]
    public async Task Empty_server_errors_have_no_body()
    {
        using SandboxServer server = Start(SandboxFault.EmptyServerError);
        using var client = new SandboxClient(server);
        using HttpResponseMessage response = await client.SendAsync("me");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(SandboxFault.Reset)]
    [InlineData(SandboxFault.Truncated)]
    public async Task Broken_connections_fail_twice_and_then_the_whole_answer_comes(SandboxFault fault)
    {
        using SandboxServer server = Start(fault);
        using var client = new SandboxClient(server);
        string path = "conversations/" + server.Workspace.Conversations[3].Id;
        JsonElement? answer = null;
        while (answer is null)
        {
            // HttpClient itself asks again where not a byte of the answer came.
            try
            {
                answer = await client.GetAsync(path);
            }
            catch (HttpRequestException)
            {
                Assert.InRange(server.Counters.Total, 1, 2);
            }
        }

        Assert.Equal(server.Workspace.Conversations[3].Id, answer.Value.GetProperty("id").GetString());
        Assert.Equal([fault, fault, SandboxFault.None], server.Counters.Recent.Select(r => r.Fault));
    }

    [Fact]
    public async Task A_reset_is_a_reset_and_a_truncated_body_ends_early()
    {
        string reset = await ReadRawAsync(SandboxFault.Reset);
        Assert.EndsWith("ConnectionReset", reset, StringComparison.Ordinal);

        string truncated = await ReadRawAsync(SandboxFault.Truncated);
        int length = int.Parse(Regex.Match(truncated, "Content-Length: (\\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        int received = truncated.Length - truncated.IndexOf("\r\n\r\n", StringComparison.Ordinal) - 4;
        Assert.InRange(received, 1, length - 1);
    }

    [Theory]
    [InlineData(SandboxFault.TooManyRequests, null)]
    [InlineData(SandboxFault.TooManyRequestsRetryAfter, 1)]
    public async Task A_429_can_come_with_quota_left(SandboxFault fault, int? retryAfter)
    {
        using SandboxServer server = Start(fault);
        using var client = new SandboxClient(server);
        using HttpResponseMessage response = await client.SendAsync("me");
        Assert.Equal("rate_limit_exceeded", await SandboxClient.ReadErrorAsync(response, 429));
        Assert.Equal(retryAfter, (int?)response.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.NotEqual("0", response.Headers.GetValues("X-RateLimit-Remaining").Single());
        Assert.Equal(1, server.Counters.TooManyRequests);
    }

    [Fact]
    public async Task Refused_cursors_stay_refused_and_the_first_page_never_is()
    {
        using SandboxServer server = Start(SandboxFault.RefusedCursor);
        using var client = new SandboxClient(server);
        string? cursor = SandboxClient.NextCursor(await client.SearchAsync(Everything, 10));
        for (int attempt = 0; attempt < 4; attempt++)
        {
            using HttpResponseMessage response = await client.SendSearchAsync(Everything, 10, cursor);
            Assert.Equal("client_error", await SandboxClient.ReadErrorAsync(response, 400));
        }
    }

    [Fact]
    public async Task Slow_pages_get_faster_with_fewer_rows()
    {
        using SandboxServer server = Start(SandboxFault.SlowPage, o => o with { SlowPageDelay = TimeSpan.FromMilliseconds(900) });
        using var client = new SandboxClient(server);
        await client.SearchAsync(Everything, 1);
        var watch = Stopwatch.StartNew();
        await client.SearchAsync(Everything, 150);
        Assert.True(watch.ElapsedMilliseconds >= 850, $"{watch.ElapsedMilliseconds} ms");
        watch.Restart();
        await client.SearchAsync(Everything, 15);
        Assert.True(watch.ElapsedMilliseconds < 700, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task Moving_rows_make_pages_by_updated_at_lose_or_repeat_rows_but_not_pages_by_created_at()
    {
        using SandboxServer server = Start(SandboxFault.MovingRows, o => o with { FaultRate = 0.3 });
        using SandboxServer other = Start(SandboxFault.MovingRows, o => o with { FaultRate = 0.3 });
        using var client = new SandboxClient(server);
        using var otherClient = new SandboxClient(other);
        Dictionary<string, DateTimeOffset> before = server.Workspace.Conversations.ToDictionary(c => c.Id, c => c.UpdatedAt);
        List<string> byCreation = await client.SearchIdsAsync(Everything, 20, SandboxClient.Sort("created_at", ascending: true));
        Assert.Equal(server.Workspace.Conversations.Select(c => c.Id), byCreation);
        Assert.Contains(server.Workspace.Conversations, c => c.UpdatedAt > before[c.Id]);
        Assert.DoesNotContain(server.Workspace.Conversations, c => c.UpdatedAt < before[c.Id]);

        List<string> byChange = await otherClient.SearchIdsAsync(Everything, 20, SandboxClient.Sort("updated_at", ascending: false));
        Assert.True(byChange.Distinct().Count() < byCreation.Count);
    }

    [Fact]
    public async Task Disappearing_conversations_are_found_but_not_given()
    {
        using SandboxServer server = Start(SandboxFault.Disappearing, o => o with { FaultRate = 0.3 });
        using var client = new SandboxClient(server);
        var missing = new List<string>();
        List<string> found = await client.SearchIdsAsync(Everything);
        foreach (string id in found.Concat(found))
        {
            using HttpResponseMessage response = await client.SendAsync("conversations/" + id);
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                missing.Add(id);
            }
        }

        Assert.Equal(server.Workspace.Conversations.Count, found.Count);
        Assert.InRange(missing.Count, 2, (found.Count * 2) - 2);
        Assert.All(missing.GroupBy(id => id), g => Assert.Equal(2, g.Count()));
    }

    [Fact]
    public async Task Totals_drift_from_page_to_page()
    {
        using SandboxServer server = Start(SandboxFault.DriftingTotal);
        using var client = new SandboxClient(server);
        var totals = new HashSet<int>();
        string? after = null;
        do
        {
            JsonElement page = await client.SearchAsync(Everything, 20, after);
            totals.Add(page.GetProperty("total_count").GetInt32());
            after = SandboxClient.NextCursor(page);
        }
        while (after is not null);
        Assert.True(totals.Count > 1);
    }

    [Fact]
    public async Task Faults_are_the_same_for_the_same_seed_and_hit_about_their_share()
    {
        int[] first = await StatusesAsync();
        int[] second = await StatusesAsync();
        Assert.Equal(first, second);
        Assert.InRange(first.Count(s => s != 200), 5, 45);
    }

    /// <summary>All bytes of an answer as Latin text, and the socket's error where there is one.</summary>
    private static async Task<string> ReadRawAsync(SandboxFault fault)
    {
        using SandboxServer server = Start(fault);
        using var tcp = new TcpClient();
        await tcp.ConnectAsync("127.0.0.1", server.BaseUri.Port, TestContext.Current.CancellationToken);
        string request = $"GET /me HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {server.AccessToken}\r\nAccept: application/json\r\n\r\n";
        await tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        var text = new StringBuilder();
        byte[] buffer = new byte[4096];
        try
        {
            int count;
            while ((count = await tcp.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken)) > 0)
            {
                text.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }
        }
        catch (IOException error) when (error.InnerException is SocketException socket)
        {
            text.Append(socket.SocketErrorCode);
        }

        return text.ToString();
    }

    private static async Task<int[]> StatusesAsync()
    {
        var faults = SandboxFault.ServerError | SandboxFault.EmptyServerError | SandboxFault.TooManyRequests;
        using SandboxServer server = Start(faults, o => o with { FaultRate = 0.2 });
        using var client = new SandboxClient(server);
        IEnumerable<Task<int>> requests = server.Workspace.Conversations.Select(async c =>
        {
            using HttpResponseMessage response = await client.SendAsync("conversations/" + c.Id);
            return (int)response.StatusCode;
        });
        return await Task.WhenAll(requests);
    }

    private static SandboxServer Start(SandboxFault faults, Func<FaultSettings, FaultSettings>? change = null)
    {
        FaultSettings settings = new(1, TimeSpan.FromSeconds(30));
        settings = change?.Invoke(settings) ?? settings;
        return SandboxServer.Start(new SandboxOptions
        {
            Conversations = 120, Seed = 3, Faults = faults, FaultRate = settings.FaultRate, SlowPageDelay = settings.SlowPageDelay,
            Now = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
        });
    }

    private sealed record FaultSettings(double FaultRate, TimeSpan SlowPageDelay);
}
