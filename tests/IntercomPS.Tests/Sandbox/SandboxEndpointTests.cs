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

/// <summary>The lookups: me, admins, teams, tags, companies, contacts.</summary>
public sealed class SandboxEndpointTests : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly SandboxWorkspace _workspace;
    private readonly SandboxClient _client;

    public SandboxEndpointTests(SandboxFixture fixture)
    {
        _workspace = fixture.Workspace;
        _client = new SandboxClient(fixture.Server);
    }

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("US", "US")]
    [InlineData("EU", "Europe")]
    [InlineData("AU", "AU")]
    public async Task Me_tells_the_workspace_and_its_region(string region, string told)
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 1, Region = region });
        using var client = new SandboxClient(server);
        JsonElement me = await client.GetAsync("me");
        Assert.Equal("admin", me.GetProperty("type").GetString());
        Assert.Equal(server.Workspace.Admins[0].Email, me.GetProperty("email").GetString());
        Assert.Equal(server.Workspace.Id, me.GetProperty("app").GetProperty("id_code").GetString());
        Assert.Equal(told, me.GetProperty("app").GetProperty("region").GetString());
    }

    [Fact]
    public async Task Admins_teams_and_tags_are_listed_and_given_one_by_one()
    {
        JsonElement admins = (await _client.GetAsync("admins")).GetProperty("admins");
        Assert.Equal(_workspace.Admins.Select(a => a.Id), Ids(admins));
        Assert.Equal(_workspace.Admins[3].Name, (await _client.GetAsync("admins/" + _workspace.Admins[3].Id)).GetProperty("name").GetString());
        Assert.All(admins.EnumerateArray(), a => Assert.All(a.GetProperty("team_ids").EnumerateArray(), i => Assert.Equal(JsonValueKind.Number, i.ValueKind)));

        JsonElement teams = (await _client.GetAsync("teams")).GetProperty("teams");
        Assert.Equal(_workspace.Teams.Select(t => t.Id), Ids(teams));
        Assert.Equal(_workspace.Teams[1].Name, (await _client.GetAsync("teams/" + _workspace.Teams[1].Id)).GetProperty("name").GetString());

        JsonElement tags = (await _client.GetAsync("tags")).GetProperty("data");
        Assert.Equal(_workspace.Tags.Select(t => t.Id), Ids(tags));
        Assert.Equal(_workspace.Tags[4].Name, (await _client.GetAsync("tags/" + _workspace.Tags[4].Id)).GetProperty("name").GetString());

        SandboxCompany company = _workspace.Companies[2];
        Assert.Equal(company.Name, (await _client.GetAsync("companies/" + company.Id)).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Contacts_are_given_found_by_id_and_listed()
    {
        SandboxContact contact = _workspace.Contacts.First(c => c.Email is not null);
        Assert.Equal(contact.Email, (await _client.GetAsync("contacts/" + contact.Id)).GetProperty("email").GetString());

        string[] wanted = _workspace.Contacts.Take(40).Select(c => c.Id).ToArray();
        JsonNode query = SandboxClient.Filter("id", "IN", new JsonArray(wanted.Select(id => (JsonNode)id).ToArray()));
        JsonElement page = await _client.SearchAsync(query, path: "contacts/search");
        Assert.Equal("list", page.GetProperty("type").GetString());
        Assert.Equal(wanted.Order(StringComparer.Ordinal), Ids(page.GetProperty("data")).Order(StringComparer.Ordinal));

        JsonElement list = await _client.GetAsync("contacts");
        Assert.Equal(50, list.GetProperty("data").GetArrayLength());
        Assert.Equal(_workspace.Contacts.Count, list.GetProperty("total_count").GetInt32());
    }

    [Fact]
    public async Task Contact_searches_page_with_cursors_and_filter_by_email_and_role()
    {
        List<string> leads = await SearchContactsAsync(SandboxClient.Filter("role", "=", "lead"), 5);
        Assert.Equal(_workspace.Contacts.Where(c => c.Role == "lead").Select(c => c.Id).Order(StringComparer.Ordinal), leads.Order(StringComparer.Ordinal));
        SandboxContact contact = _workspace.Contacts.First(c => c.Email is not null);
        Assert.Equal([contact.Id], await SearchContactsAsync(SandboxClient.Filter("email", "=", contact.Email), 50));
        List<string> unknown = await SearchContactsAsync(SandboxClient.Filter("email", "=", null), 50);
        Assert.Equal(_workspace.Contacts.Where(c => c.Email is null).Select(c => c.Id).Order(StringComparer.Ordinal), unknown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Contact_dates_match_by_day()
    {
        DateTimeOffset day = _workspace.Contacts[30].CreatedAt.UtcDateTime.Date;
        long noon = day.AddHours(12).ToUnixTimeSeconds();
        List<string> same = await SearchContactsAsync(SandboxClient.Filter("created_at", "=", noon), 50);
        Assert.Equal(_workspace.Contacts.Where(c => c.CreatedAt.UtcDateTime.Date == day).Select(c => c.Id).Order(StringComparer.Ordinal), same.Order(StringComparer.Ordinal));
        List<string> later = await SearchContactsAsync(SandboxClient.Filter("created_at", ">", noon), 50);
        Assert.Equal(_workspace.Contacts.Where(c => c.CreatedAt.UtcDateTime.Date > day).Select(c => c.Id).Order(StringComparer.Ordinal), later.Order(StringComparer.Ordinal));
        List<string> earlier = await SearchContactsAsync(SandboxClient.Filter("created_at", "<", noon), 50);
        Assert.Equal(_workspace.Contacts.Where(c => c.CreatedAt.UtcDateTime.Date < day).Select(c => c.Id).Order(StringComparer.Ordinal), earlier.Order(StringComparer.Ordinal));

        using HttpResponseMessage refused = await _client.SendSearchAsync(SandboxClient.Filter("created_at", "!=", noon), path: "contacts/search");
        Assert.Equal("parameter_invalid", await SandboxClient.ReadErrorAsync(refused, 400));
    }

    private static IEnumerable<string> Ids(JsonElement rows) => rows.EnumerateArray().Select(r => r.GetProperty("id").GetString()!);

    private Task<List<string>> SearchContactsAsync(JsonNode query, int perPage) => _client.SearchIdsAsync(query, perPage, path: "contacts/search", rows: "data");
}
