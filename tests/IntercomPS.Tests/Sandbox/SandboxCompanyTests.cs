using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.Tests.Sandbox;

/// <summary>Pages of companies, and the scroll over all of them.</summary>
public sealed class SandboxCompanyTests : IDisposable
{
    private readonly SandboxServer _server;
    private readonly SandboxClient _client;
    private DateTimeOffset _now = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public SandboxCompanyTests()
    {
        _server = SandboxServer.Start(new SandboxOptions { Conversations = 2, Companies = 230, RateLimit = 0, Clock = () => _now });
        _client = new SandboxClient(_server);
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task Pages_have_fifteen_or_as_many_as_asked_for()
    {
        Assert.Equal(15, (await _client.GetAsync("companies")).GetProperty("data").GetArrayLength());
        JsonElement last = await _client.GetAsync("companies?page=5&per_page=50");
        Assert.Equal(_server.Workspace.Companies.Skip(200).Select(company => company.Id), Ids(last));
        Assert.Equal(230, last.GetProperty("total_count").GetInt32());
        Assert.Equal(JsonValueKind.Null, last.GetProperty("pages").GetProperty("next").ValueKind);
        Assert.Empty(Ids(await _client.GetAsync("companies?page=6&per_page=50")));
    }

    [Theory]
    [InlineData("companies?per_page=61", 400, "parameter_invalid")]
    [InlineData("companies?page=0", 400, "parameter_invalid")]
    [InlineData("companies?page=201&per_page=50", 400, "parameter_invalid")]
    [InlineData("companies?name=none", 404, "company_not_found")]
    [InlineData("companies?company_id=none", 404, "company_not_found")]
    [InlineData("companies/scroll?scroll_param=none", 404, "not_found")]
    public async Task What_the_API_refuses_is_refused(string path, int status, string code)
    {
        using HttpResponseMessage response = await _client.SendAsync(path);
        Assert.Equal(code, await SandboxClient.ReadErrorAsync(response, status));
    }

    [Fact]
    public async Task The_scroll_goes_over_all_and_ends_with_an_empty_page()
    {
        var ids = new List<string>();
        JsonElement page = await _client.GetAsync("companies/scroll");
        while (page.GetProperty("data").GetArrayLength() > 0)
        {
            ids.AddRange(Ids(page));
            page = await _client.GetAsync("companies/scroll?scroll_param=" + page.GetProperty("scroll_param").GetString());
        }

        Assert.Equal(_server.Workspace.Companies.Select(company => company.Id), ids);
        Assert.NotEmpty(Ids(await _client.GetAsync("companies/scroll")));
    }

    [Fact]
    public async Task One_scroll_can_be_open_until_it_was_not_used_for_a_minute()
    {
        string key = (await _client.GetAsync("companies/scroll")).GetProperty("scroll_param").GetString()!;
        using HttpResponseMessage second = await _client.SendAsync("companies/scroll");
        Assert.Equal("scroll_exists", await SandboxClient.ReadErrorAsync(second, 400));

        _now += TimeSpan.FromSeconds(61);
        using HttpResponseMessage expired = await _client.SendAsync("companies/scroll?scroll_param=" + key);
        Assert.Equal("not_found", await SandboxClient.ReadErrorAsync(expired, 404));
        Assert.NotEmpty(Ids(await _client.GetAsync("companies/scroll")));
    }

    private static IEnumerable<string> Ids(JsonElement page) => page.GetProperty("data").EnumerateArray().Select(company => company.GetProperty("id").GetString()!);
}
