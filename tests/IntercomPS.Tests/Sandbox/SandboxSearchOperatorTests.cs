using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.Tests.Sandbox;

/// <summary>Each operator of each type, against a LINQ evaluation over the workspace.</summary>
public sealed class SandboxSearchOperatorTests : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly SandboxFixture _fixture;
    private readonly SandboxClient _client;

    public SandboxSearchOperatorTests(SandboxFixture fixture)
    {
        _fixture = fixture;
        _client = new SandboxClient(fixture.Server);
    }

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("=", "closed")]
    [InlineData("!=", "closed")]
    [InlineData("~", "LOSE")]
    [InlineData("!~", "lose")]
    [InlineData("^", "snoo")]
    [InlineData("$", "ed")]
    public Task Text_operators_compare_the_state(string name, string value) => ExpectAsync(
        SandboxClient.Filter("state", name, value),
        c => name switch
        {
            "=" => c.State == value,
            "!=" => c.State != value,
            "~" => c.State.Contains(value, StringComparison.OrdinalIgnoreCase),
            "!~" => !c.State.Contains(value, StringComparison.OrdinalIgnoreCase),
            "^" => c.State.StartsWith(value, StringComparison.Ordinal),
            _ => c.State.EndsWith(value, StringComparison.Ordinal),
        });

    [Fact]
    public Task Equality_of_text_minds_the_case() => ExpectAsync(SandboxClient.Filter("state", "=", "Closed"), _ => false, mayBeEmpty: true);

    [Theory]
    [InlineData("IN", true)]
    [InlineData("NIN", false)]
    public Task Lists_of_text_match_any_or_none(string name, bool isIn) => ExpectAsync(
        SandboxClient.Filter("state", name, new JsonArray("open", "snoozed")), c => c.State is "open" or "snoozed" == isIn);

    [Theory]
    [InlineData("=")]
    [InlineData("!=")]
    [InlineData(">")]
    [InlineData("<")]
    public Task Number_operators_compare_the_rating(string name) => ExpectAsync(
        SandboxClient.Filter("conversation_rating.score", name, 3),
        c => name switch
        {
            "=" => c.Rating?.Rating == 3,
            "!=" => c.Rating?.Rating != 3,
            ">" => c.Rating?.Rating >= 3,
            _ => c.Rating?.Rating <= 3,
        });

    [Theory]
    [InlineData("IN", true)]
    [InlineData("NIN", false)]
    public Task Lists_of_numbers_match_any_or_none(string name, bool isIn) => ExpectAsync(
        SandboxClient.Filter("conversation_rating.score", name, new JsonArray(1, "5")), c => c.Rating?.Rating is 1 or 5 == isIn);

    [Theory]
    [InlineData("created_at")]
    [InlineData("updated_at")]
    [InlineData("statistics.last_close_at")]
    [InlineData("statistics.first_contact_reply_at")]
    [InlineData("statistics.first_admin_reply_at")]
    [InlineData("waiting_since")]
    [InlineData("snoozed_until")]
    public async Task Date_operators_compare_to_the_second_and_include_the_bound(string field)
    {
        Func<SandboxConversation, DateTimeOffset?> read = DateOf(field);
        long middle = _fixture.Workspace.Conversations.Select(read).OfType<DateTimeOffset>().Order().Skip(10).First().ToUnixTimeSeconds();
        await ExpectAsync(SandboxClient.Filter(field, "=", middle), c => read(c)?.ToUnixTimeSeconds() == middle);
        await ExpectAsync(SandboxClient.Filter(field, ">", middle), c => read(c)?.ToUnixTimeSeconds() >= middle);
        await ExpectAsync(SandboxClient.Filter(field, "<", middle), c => read(c)?.ToUnixTimeSeconds() <= middle);
        await ExpectAsync(SandboxClient.Filter(field, ">", middle.ToString(System.Globalization.CultureInfo.InvariantCulture)), c => read(c)?.ToUnixTimeSeconds() >= middle);
    }

    [Fact]
    public Task Milliseconds_match_nothing() => ExpectAsync(
        SandboxClient.Filter("created_at", ">", DateTimeOffset.UtcNow.AddDays(-30).ToUnixTimeMilliseconds()), _ => false, mayBeEmpty: true);

    [Theory]
    [InlineData("=", true)]
    [InlineData("!=", false)]
    public Task Flags_take_equality(string name, bool equal) => ExpectAsync(SandboxClient.Filter("read", name, true), c => c.Read == equal);

    [Fact]
    public async Task Fields_of_people_and_tags_match_any_of_their_ids()
    {
        string contact = _fixture.Workspace.Conversations[5].Contacts[0].Id;
        string tag = _fixture.Workspace.Tags[1].Id;
        SandboxAdmin admin = _fixture.Workspace.Admins[2];
        await ExpectAsync(SandboxClient.Filter("contact_ids", "=", contact), c => c.Contacts.Any(x => x.Id == contact));
        await ExpectAsync(SandboxClient.Filter("tag_ids", "IN", new JsonArray(tag)), c => c.Tags.Any(t => t.Id == tag));
        await ExpectAsync(SandboxClient.Filter("tag_ids", "!=", tag), c => c.Tags.All(t => t.Id != tag));
        await ExpectAsync(SandboxClient.Filter("teammate_ids", "=", admin.Id), c => c.Teammates.Contains(admin));
        await ExpectAsync(SandboxClient.Filter("admin_assignee_id", "=", long.Parse(admin.Id, System.Globalization.CultureInfo.InvariantCulture)), c => c.AdminAssignee == admin);
        await ExpectAsync(SandboxClient.Filter("admin_assignee_id", "=", 0), c => c.AdminAssignee is null);
    }

    [Fact]
    public async Task The_first_body_matches_single_words_only()
    {
        await ExpectAsync(SandboxClient.Filter("source.body", "~", "order"), c => Words(c).Any(w => w.Contains("order")));
        await ExpectAsync(SandboxClient.Filter("source.body", "=", "Bestellung"), c => Words(c).Contains("bestellung"), ignoreCase: true);
        await ExpectAsync(SandboxClient.Filter("source.body", "~", "need support"), _ => false, mayBeEmpty: true);
    }

    [Theory]
    [InlineData("CX Score rating", ">", 4)]
    [InlineData("CX Score rating", "=", 2)]
    [InlineData("CX Score rating", "!=", 2)]
    public Task Custom_attributes_are_found_by_their_exact_names(string attribute, string name, int value) => ExpectAsync(
        SandboxClient.Filter("custom_attributes." + attribute, name, value),
        c => name switch { ">" => c.CxScore >= value, "=" => c.CxScore == value, _ => c.CxScore != value });

    [Fact]
    public Task Groups_combine_with_and_and_or() => ExpectAsync(
        SandboxClient.Group(
            "AND",
            SandboxClient.Group("OR", SandboxClient.Filter("state", "=", "open"), SandboxClient.Filter("state", "=", "snoozed")),
            SandboxClient.Group("OR", SandboxClient.Filter("source.type", "=", "email"), SandboxClient.Filter("ai_agent_participated", "=", true))),
        c => c.State != "closed" && (c.Source.Type == "email" || c.AiAgent is not null));

    [Fact]
    public async Task Priority_is_spelled_as_the_version_spells_it()
    {
        await ExpectAsync(SandboxClient.Filter("priority", "=", "not_priority"), c => c.Priority == "none");
        using var newer = new SandboxClient(_fixture.Server, "2.16");
        List<string> high = await newer.SearchIdsAsync(SandboxClient.Filter("priority", "=", "high"));
        Assert.Equal(_fixture.Workspace.Conversations.Where(c => c.Priority == "high").Select(c => c.Id).Order(), high.Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Comparison_is_strict_or_not_as_asked(bool strict)
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 30, StrictComparison = strict });
        using var client = new SandboxClient(server);
        long bound = server.Workspace.Conversations[10].CreatedAt.ToUnixTimeSeconds();
        int equal = server.Workspace.Conversations.Count(c => c.CreatedAt.ToUnixTimeSeconds() == bound);
        int later = server.Workspace.Conversations.Count(c => c.CreatedAt.ToUnixTimeSeconds() > bound);
        List<string> found = await client.SearchIdsAsync(SandboxClient.Filter("created_at", ">", bound));
        Assert.Equal(strict ? later : later + equal, found.Count);
    }

    private static Func<SandboxConversation, DateTimeOffset?> DateOf(string field) => field switch
    {
        "created_at" => c => c.CreatedAt,
        "updated_at" => c => c.UpdatedAt,
        "statistics.last_close_at" => c => c.Statistics?.LastCloseAt,
        "statistics.first_contact_reply_at" => c => c.Statistics?.FirstContactReplyAt,
        "statistics.first_admin_reply_at" => c => c.Statistics?.FirstAdminReplyAt,
        "waiting_since" => c => c.WaitingSince,
        _ => c => c.SnoozedUntil,
    };

    /// <summary>The words of the first message, split in another way than the sandbox does.</summary>
    private static string[] Words(SandboxConversation conversation)
    {
        string text = System.Text.RegularExpressions.Regex.Replace(conversation.Source.Body, "<[^>]*>", " ");
        text = System.Net.WebUtility.HtmlDecode(text).ToLowerInvariant();
        return System.Text.RegularExpressions.Regex.Split(text, "[^\\p{L}\\p{Nd}']+");
    }

    private async Task ExpectAsync(JsonNode query, Func<SandboxConversation, bool> expected, bool mayBeEmpty = false, bool ignoreCase = false)
    {
        if (ignoreCase)
        {
            query["value"] = query["value"]!.GetValue<string>().ToLowerInvariant();
        }

        string[] ids = _fixture.Workspace.Conversations.Where(expected).Select(c => c.Id).Order(StringComparer.Ordinal).ToArray();
        Assert.True(mayBeEmpty || ids.Length > 0, "The workspace has no example of this.");
        List<string> found = await _client.SearchIdsAsync(query);
        Assert.Equal(ids, found.Order(StringComparer.Ordinal));
    }
}
