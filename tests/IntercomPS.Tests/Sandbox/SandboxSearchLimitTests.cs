using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace IntercomPS.Tests.Sandbox;

public sealed class SandboxSearchLimitTests : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly SandboxClient _client;

    public SandboxSearchLimitTests(SandboxFixture fixture) => _client = new SandboxClient(fixture.Server);

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData(15, true)]
    [InlineData(16, false)]
    public async Task A_group_takes_fifteen_filters(int count, bool accepted)
    {
        JsonNode[] filters = Enumerable.Range(0, count).Select(JsonNode (_) => SandboxClient.Filter("state", "=", "open")).ToArray();
        using HttpResponseMessage response = await _client.SendSearchAsync(SandboxClient.Group("OR", filters));
        await ExpectAsync(response, accepted);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task Groups_nest_two_levels(int levels, bool accepted)
    {
        JsonNode query = SandboxClient.Filter("state", "=", "open");
        for (int level = 0; level < levels; level++)
        {
            query = SandboxClient.Group("AND", query);
        }

        using HttpResponseMessage response = await _client.SendSearchAsync(query);
        await ExpectAsync(response, accepted);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(150, true)]
    [InlineData(151, false)]
    public async Task A_page_has_1_to_150_rows(int perPage, bool accepted)
    {
        using HttpResponseMessage search = await _client.SendSearchAsync(SandboxClient.Filter("state", "=", "open"), perPage);
        await ExpectAsync(search, accepted);
        using HttpResponseMessage list = await _client.SendAsync($"conversations?per_page={perPage}");
        await ExpectAsync(list, accepted);
    }

    [Theory]
    [InlineData("state", ">", "\"open\"")]
    [InlineData("created_at", "~", "1700000000")]
    [InlineData("created_at", ">=", "1700000000")]
    [InlineData("open", ">", "true")]
    [InlineData("created_at", ">", "\"foobar\"")]
    [InlineData("created_at", ">", "17.5")]
    [InlineData("created_at", ">", "null")]
    [InlineData("open", "=", "\"yes\"")]
    [InlineData("state", "=", "5")]
    [InlineData("state", "=", "[\"open\"]")]
    [InlineData("state", "IN", "\"open\"")]
    [InlineData("state", "IN", "[]")]
    [InlineData("no_such_field", "=", "\"x\"")]
    [InlineData("custom_attributes.", "=", "\"x\"")]
    [InlineData("conversation_rating.admin_id", "=", "\"x\"")]
    [InlineData("state", "like", "\"open\"")]
    public async Task A_filter_that_does_not_fit_its_field_is_refused(string field, string name, string value)
    {
        using HttpResponseMessage response = await _client.SendSearchAsync(SandboxClient.Filter(field, name, JsonNode.Parse(value)));
        Assert.Equal("parameter_invalid", await SandboxClient.ReadErrorAsync(response, 400));
    }

    [Theory]
    [InlineData("{}", "parameter_not_found")]
    [InlineData("[]", "parameter_not_found")]
    [InlineData("{\"query\":{}}", "parameter_invalid")]
    [InlineData("{\"query\":{\"operator\":\"XOR\",\"value\":[]}}", "parameter_invalid")]
    [InlineData("{\"query\":{\"operator\":\"AND\",\"value\":[]}}", "parameter_invalid")]
    [InlineData("{\"query\":", "bad_request")]
    public async Task A_body_that_is_no_query_is_refused(string body, string code)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _client.Http.PostAsync("conversations/search", content, TestContext.Current.CancellationToken);
        Assert.Equal(code, await SandboxClient.ReadErrorAsync(response, 400));
    }

    [Fact]
    public async Task A_body_that_is_not_json_by_its_type_is_refused()
    {
        using var content = new StringContent("query=1", Encoding.UTF8, "application/x-www-form-urlencoded");
        using HttpResponseMessage response = await _client.Http.PostAsync("conversations/search", content, TestContext.Current.CancellationToken);
        await SandboxClient.ReadErrorAsync(response, 415);
    }

    [Fact]
    public async Task A_sort_order_other_than_the_two_is_refused()
    {
        var sort = new JsonObject { ["field"] = "created_at", ["order"] = "desc" };
        using HttpResponseMessage response = await _client.SendSearchAsync(SandboxClient.Filter("state", "=", "open"), sort: sort);
        Assert.Equal("invalid_sort_order", await SandboxClient.ReadErrorAsync(response, 400));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("e30=")]
    [InlineData("WzEsMiwzXQ==")]
    public async Task A_cursor_that_is_none_is_refused(string cursor)
    {
        using HttpResponseMessage response = await _client.SendSearchAsync(SandboxClient.Filter("state", "=", "open"), after: cursor);
        Assert.Equal("client_error", await SandboxClient.ReadErrorAsync(response, 400));
    }

    private static async Task ExpectAsync(HttpResponseMessage response, bool accepted)
    {
        if (accepted)
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        else
        {
            Assert.Equal("parameter_invalid", await SandboxClient.ReadErrorAsync(response, 400));
        }
    }
}
