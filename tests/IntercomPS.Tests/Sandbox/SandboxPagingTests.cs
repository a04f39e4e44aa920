using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.Tests.Sandbox;

public sealed class SandboxPagingTests : IClassFixture<SandboxFixture>, IDisposable
{
    private static readonly JsonNode Everything = SandboxClient.Filter("created_at", ">", 0);

    private readonly SandboxFixture _fixture;
    private readonly SandboxClient _client;

    public SandboxPagingTests(SandboxFixture fixture)
    {
        _fixture = fixture;
        _client = new SandboxClient(fixture.Server);
    }

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("created_at", true)]
    [InlineData("created_at", false)]
    [InlineData("updated_at", true)]
    [InlineData("statistics.last_close_at", false)]
    public async Task Cursors_give_every_row_once_and_in_order(string field, bool ascending)
    {
        List<string> ids = await _client.SearchIdsAsync(Everything, 7, SandboxClient.Sort(field, ascending));
        Func<SandboxConversation, long> key = field switch
        {
            "created_at" => c => c.CreatedAt.ToUnixTimeSeconds(),
            "updated_at" => c => c.UpdatedAt.ToUnixTimeSeconds(),
            _ => c => c.Statistics?.LastCloseAt?.ToUnixTimeSeconds() ?? 0,
        };
        IEnumerable<string> ordered = _fixture.Workspace.Conversations.OrderBy(key).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c => c.Id);
        Assert.Equal(ascending ? ordered : ordered.Reverse(), ids);
    }

    [Fact]
    public async Task The_list_gives_every_row_once_the_latest_change_first()
    {
        var ids = new List<string>();
        string? after = null;
        do
        {
            JsonElement page = await _client.GetAsync("conversations?per_page=60" + (after is null ? string.Empty : "&starting_after=" + Uri.EscapeDataString(after)));
            ids.AddRange(page.GetProperty("conversations").EnumerateArray().Select(c => c.GetProperty("id").GetString()!));
            after = SandboxClient.NextCursor(page);
        }
        while (after is not null);
        Assert.Equal(
            _fixture.Workspace.Conversations.OrderByDescending(c => c.UpdatedAt).ThenByDescending(c => c.Id, StringComparer.Ordinal).Select(c => c.Id), ids);
    }

    [Fact]
    public async Task A_page_tells_where_it_is()
    {
        JsonElement first = await _client.SearchAsync(Everything, 150);
        Assert.Equal("conversation.list", first.GetProperty("type").GetString());
        Assert.Equal(400, first.GetProperty("total_count").GetInt32());
        JsonElement pages = first.GetProperty("pages");
        Assert.Equal((1, 150, 3), (pages.GetProperty("page").GetInt32(), pages.GetProperty("per_page").GetInt32(), pages.GetProperty("total_pages").GetInt32()));
        Assert.Equal(2, pages.GetProperty("next").GetProperty("page").GetInt32());

        JsonElement last = await _client.SearchAsync(Everything, 150, SandboxClient.NextCursor(await _client.SearchAsync(Everything, 150, SandboxClient.NextCursor(first))));
        Assert.Equal(3, last.GetProperty("pages").GetProperty("page").GetInt32());
        Assert.Equal(JsonValueKind.Null, last.GetProperty("pages").GetProperty("next").ValueKind);
        Assert.Equal(100, last.GetProperty("conversations").GetArrayLength());
    }

    [Fact]
    public async Task Pages_come_before_the_rows_and_twenty_rows_by_default()
    {
        JsonElement page = await _client.SearchAsync(Everything);
        string[] names = page.EnumerateObject().Select(p => p.Name).ToArray();
        Assert.True(Array.IndexOf(names, "pages") < Array.IndexOf(names, "conversations"));
        Assert.Equal(20, page.GetProperty("conversations").GetArrayLength());
    }

    [Fact]
    public async Task A_cursor_in_the_url_of_a_search_counts_for_nothing()
    {
        JsonElement first = await _client.SearchAsync(Everything, 5);
        string cursor = Uri.EscapeDataString(SandboxClient.NextCursor(first)!);
        JsonElement again = await _client.SearchAsync(Everything, 5, path: "conversations/search?starting_after=" + cursor);
        Assert.Equal(first.GetProperty("conversations")[0].GetProperty("id").GetString(), again.GetProperty("conversations")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_page_may_shrink_and_go_on_from_the_same_cursor()
    {
        JsonNode sort = SandboxClient.Sort("created_at", ascending: true);
        JsonElement first = await _client.SearchAsync(Everything, 100, sort: sort);
        JsonElement second = await _client.SearchAsync(Everything, 10, SandboxClient.NextCursor(first), sort);
        Assert.Equal(_fixture.Workspace.Conversations[100].Id, second.GetProperty("conversations")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_oddities_are_there_when_asked_for()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions
        {
            Conversations = 10, PagesLast = true, PerPageAsString = true, NextAsUrl = true, OmitNextAtEnd = true, IgnoreSort = true, ChunkedAnswers = true, UnassignedAsText = true,
        });
        using var client = new SandboxClient(server);
        using HttpResponseMessage response = await client.SendSearchAsync(Everything, 6, sort: SandboxClient.Sort("created_at", ascending: true));
        Assert.True(response.Headers.TransferEncodingChunked);
        JsonElement page = await SandboxClient.ReadAsync(response);
        string[] names = page.EnumerateObject().Select(p => p.Name).ToArray();
        Assert.True(Array.IndexOf(names, "pages") > Array.IndexOf(names, "conversations"));
        Assert.Equal("6", page.GetProperty("pages").GetProperty("per_page").GetString());
        string next = page.GetProperty("pages").GetProperty("next").GetString()!;
        Assert.StartsWith(server.BaseUri + "conversations?per_page=6&starting_after=", next, StringComparison.Ordinal);
        string[] latest = server.Workspace.Conversations.OrderByDescending(c => c.UpdatedAt).Select(c => c.Id).Take(6).ToArray();
        Assert.Equal(latest, page.GetProperty("conversations").EnumerateArray().Select(c => c.GetProperty("id").GetString()!));

        JsonElement rest = await client.GetAsync(next);
        Assert.False(rest.GetProperty("pages").TryGetProperty("next", out _));
        Assert.Equal(4, rest.GetProperty("conversations").GetArrayLength());
    }

    [Fact]
    public async Task An_empty_workspace_has_an_empty_page()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 0 });
        using var client = new SandboxClient(server);
        JsonElement page = await client.SearchAsync(Everything);
        Assert.Equal((0, 0), (page.GetProperty("total_count").GetInt32(), page.GetProperty("conversations").GetArrayLength()));
    }
}
