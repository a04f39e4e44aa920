using System;
using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.Tests.Sandbox;

/// <summary>HTTP as odd clients and hostile ones send it.</summary>
public sealed class SandboxWireTests : IClassFixture<SandboxFixture>
{
    private const string Query = "{\"query\":{\"field\":\"state\",\"operator\":\"=\",\"value\":\"open\"}}";

    private readonly SandboxServer _server;

    public SandboxWireTests(SandboxFixture fixture) => _server = fixture.Server;

    [Fact]
    public async Task A_body_in_chunks_is_read()
    {
        using var client = new SandboxClient(_server);
        using var request = new HttpRequestMessage(HttpMethod.Post, "conversations/search") { Content = new StringContent(Query, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;
        using HttpResponseMessage response = await client.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Expect_100_continue_is_answered_before_the_body()
    {
        string head = $"POST /conversations/search HTTP/1.1\r\n{Headers}Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: {Query.Length}\r\n\r\n";
        using TcpClient client = await ConnectAsync();
        await WriteAsync(client, head);
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", await ReadSomeAsync(client));
        await WriteAsync(client, Query);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", await ReadSomeAsync(client), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_requests_sent_at_once_are_answered_one_after_the_other()
    {
        string request = $"GET /tags HTTP/1.1\r\n{Headers}\r\n";
        using TcpClient client = await ConnectAsync();
        await WriteAsync(client, request + request.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal));
        string all = await ReadAllAsync(client);
        Assert.Equal(3, all.Split("HTTP/1.1 200 OK\r\n").Length);
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n", 400)]
    [InlineData("GET http://elsewhere.example/me HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET /me HTTP/2.0\r\n\r\n", 400)]
    [InlineData("GET /me HTTP/1.1\r\nno colon\r\n\r\n", 400)]
    [InlineData("POST /me HTTP/1.1\r\nContent-Length: -5\r\n\r\n", 400)]
    [InlineData("POST /me HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n", 413)]
    [InlineData("POST /me HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", 400)]
    [InlineData("POST /me HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n7FFFFFFF\r\n", 413)]
    public async Task What_is_not_http_is_refused_and_the_connection_closed(string text, int status)
    {
        using TcpClient client = await ConnectAsync();
        await WriteAsync(client, text);
        Assert.StartsWith($"HTTP/1.1 {status} ", await ReadAllAsync(client), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_without_end_is_refused()
    {
        using TcpClient client = await ConnectAsync();
        await WriteAsync(client, "GET /me HTTP/1.1\r\nX: " + new string('x', 40_000));
        Assert.StartsWith("HTTP/1.1 431 ", await ReadSomeAsync(client), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_leaves_in_the_middle_harms_nobody()
    {
        using (TcpClient client = await ConnectAsync())
        {
            await WriteAsync(client, "POST /conversations/search HTTP/1.1\r\nContent-Length: 50\r\n\r\nhalf");
        }

        using var other = new SandboxClient(_server);
        await other.GetAsync("me");
    }

    private string Headers => $"Host: 127.0.0.1\r\nAuthorization: Bearer {_server.AccessToken}\r\nAccept: application/json\r\nIntercom-Version: 2.15\r\n";

    private static async Task WriteAsync(TcpClient client, string text)
        => await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);

    private static async Task<string> ReadSomeAsync(TcpClient client)
    {
        byte[] buffer = new byte[64 * 1024];
        int count = await client.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, count);
    }

    private static async Task<string> ReadAllAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _server.BaseUri.Port, TestContext.Current.CancellationToken);
        return client;
    }
}
