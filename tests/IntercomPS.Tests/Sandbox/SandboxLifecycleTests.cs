using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.Tests.Sandbox;

/// <summary>Start, stop, the port, and the same data from the same seed.</summary>
public sealed class SandboxLifecycleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly JsonNode Everything = SandboxClient.Filter("created_at", ">", 0);

    [Fact]
    public void It_listens_on_loopback_only()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 1 });
        Assert.Equal("127.0.0.1", server.BaseUri.Host);
        IPEndPoint[] listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(e => e.Port == server.BaseUri.Port).ToArray();
        Assert.Equal([IPAddress.Loopback], listeners.Select(e => e.Address));
    }

    [Fact]
    public async Task Stop_frees_the_port_ends_waiting_requests_and_can_be_called_twice()
    {
        SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 1, Latency = TimeSpan.FromMinutes(5) });
        using var client = new SandboxClient(server);
        Task<HttpResponseMessage> waiting = client.SendAsync("me");
        while (server.Counters.MaxConcurrency == 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        server.Stop();
        server.Stop();
        await Assert.ThrowsAsync<HttpRequestException>(() => waiting);
        using SandboxServer second = SandboxServer.Start(new SandboxOptions { Conversations = 1, Port = server.BaseUri.Port });
        Assert.Equal(server.BaseUri, second.BaseUri);
    }

    [Fact]
    public void A_taken_port_is_an_error()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 1 });
        Assert.Throws<SocketException>(() => SandboxServer.Start(new SandboxOptions { Conversations = 1, Port = server.BaseUri.Port }));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SandboxServer.Start(new SandboxOptions { Conversations = -1 }));
        Assert.Throws<ArgumentException>(() => SandboxServer.Start(new SandboxOptions { Port = 65536 }));
        Assert.Throws<ArgumentException>(() => SandboxServer.Start(new SandboxOptions { RateLimit = -1 }));
        Assert.Throws<ArgumentException>(() => SandboxServer.Start(new SandboxOptions { FaultRate = 1.1 }));
        Assert.Throws<ArgumentException>(() => SandboxServer.Start(new SandboxOptions { Region = "MARS" }));
        Assert.Throws<ArgumentException>(() => SandboxServer.Start(new SandboxOptions { AccessToken = " " }));
        Assert.Throws<ArgumentException>(() => SandboxServer.Start(new SandboxOptions { DefaultApiVersion = "3.0" }));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_and_another_seed_does_not()
    {
        string first = await FirstPageAsync(5);
        Assert.Equal(first, await FirstPageAsync(5));
        Assert.NotEqual(first, await FirstPageAsync(6));
    }

    [Fact]
    public async Task Latency_is_the_least_time_of_an_answer()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 1, Latency = TimeSpan.FromMilliseconds(200) });
        using var client = new SandboxClient(server);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await client.GetAsync("me");
        Assert.True(watch.ElapsedMilliseconds >= 195, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task Hundreds_of_connections_at_once_are_served()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 300, Latency = TimeSpan.FromMilliseconds(100), RateLimit = 0 });
        using var client = new SandboxClient(server);
        await Task.WhenAll(server.Workspace.Conversations.Select(c => client.GetAsync("conversations/" + c.Id)));
        Assert.InRange(server.Counters.MaxConcurrency, 50, 300);
        Assert.Equal(300, server.Counters.Total);
    }

    private static async Task<string> FirstPageAsync(int seed)
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 150, Seed = seed, Now = Now });
        using var client = new SandboxClient(server);
        using HttpResponseMessage response = await client.SendSearchAsync(Everything, 150);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
