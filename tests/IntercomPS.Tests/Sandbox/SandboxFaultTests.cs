using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.Tests.Sandbox;

/// <summary>Each fault as it looks on the wire. A rate of 1 hits every request, but never more than twice in a row.</summary>
public sealed class SandboxFaultTests
{
    [Fact]
    public async Task Server_errors_have_html_bodies_and_end_after_two_tries()
    {
        using SandboxServer server = FaultySandbox.Start(SandboxFault.ServerError);
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
        using SandboxServer server = FaultySandbox.Start(SandboxFault.EmptyServerError);
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
        using SandboxServer server = FaultySandbox.Start(fault);
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
        using SandboxServer server = FaultySandbox.Start(fault);
        using var client = new SandboxClient(server);
        using HttpResponseMessage response = await client.SendAsync("me");
        Assert.Equal("rate_limit_exceeded", await SandboxClient.ReadErrorAsync(response, 429));
        Assert.Equal(retryAfter, (int?)response.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.NotEqual("0", response.Headers.GetValues("X-RateLimit-Remaining").Single());
        Assert.Equal(1, server.Counters.TooManyRequests);
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
        using SandboxServer server = FaultySandbox.Start(fault);
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
        using SandboxServer server = FaultySandbox.Start(faults, 0.2);
        using var client = new SandboxClient(server);
        IEnumerable<Task<int>> requests = server.Workspace.Conversations.Select(async c =>
        {
            using HttpResponseMessage response = await client.SendAsync("conversations/" + c.Id);
            return (int)response.StatusCode;
        });
        return await Task.WhenAll(requests);
    }
}
