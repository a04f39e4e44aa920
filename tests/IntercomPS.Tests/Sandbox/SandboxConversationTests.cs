using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.Tests.Sandbox;

/// <summary>One conversation as each version gives it, and the changes tests can make.</summary>
public sealed class SandboxConversationTests : IClassFixture<SandboxFixture>
{
    private readonly SandboxFixture _fixture;

    public SandboxConversationTests(SandboxFixture fixture) => _fixture = fixture;

    private SandboxWorkspace Workspace => _fixture.Workspace;

    [Fact]
    public async Task A_conversation_is_given_as_the_workspace_holds_it()
    {
        using var client = new SandboxClient(_fixture.Server);
        foreach (SandboxConversation conversation in Workspace.Conversations.Take(60))
        {
            JsonElement json = await client.GetAsync("conversations/" + conversation.Id);
            Assert.Equal(conversation.CreatedAt.ToUnixTimeSeconds(), json.GetProperty("created_at").GetInt64());
            Assert.Equal(conversation.UpdatedAt.ToUnixTimeSeconds(), json.GetProperty("updated_at").GetInt64());
            Assert.Equal(conversation.State, json.GetProperty("state").GetString());
            Assert.Equal(conversation.Source.Body, json.GetProperty("source").GetProperty("body").GetString());
            Assert.Equal(conversation.Source.Author.Email, json.GetProperty("source").GetProperty("author").GetProperty("email").GetString());
            Assert.Equal(conversation.Contacts.Select(c => c.Id), json.GetProperty("contacts").GetProperty("contacts").EnumerateArray().Select(c => c.GetProperty("id").GetString()!));
            Assert.Equal(conversation.Tags.Select(t => t.Name), json.GetProperty("tags").GetProperty("tags").EnumerateArray().Select(t => t.GetProperty("name").GetString()!));
            JsonElement parts = json.GetProperty("conversation_parts");
            Assert.Equal(Workspace.GetParts(conversation).Select(p => (p.Id, p.Body)), parts.GetProperty("conversation_parts").EnumerateArray().Select(p => (p.GetProperty("id").GetString()!, p.GetProperty("body").GetString())));
            Assert.Equal(conversation.CxScore, json.GetProperty("custom_attributes").TryGetProperty("CX Score rating", out JsonElement score) ? score.GetInt32() : null);
        }
    }

    [Fact]
    public async Task Exactly_one_conversation_is_cut_at_the_500_latest_parts()
    {
        using var client = new SandboxClient(_fixture.Server);
        SandboxConversation conversation = Assert.Single(Workspace.Conversations, c => c.Statistics?.CountConversationParts > 500);
        IReadOnlyList<SandboxPart> all = Workspace.GetParts(conversation);
        JsonElement parts = (await client.GetAsync("conversations/" + conversation.Id)).GetProperty("conversation_parts");
        Assert.Equal(all.Count, parts.GetProperty("total_count").GetInt32());
        Assert.Equal(all.Skip(all.Count - 500).Select(p => p.Id), parts.GetProperty("conversation_parts").EnumerateArray().Select(p => p.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task Plaintext_has_no_tags_no_entities_and_keeps_link_addresses()
    {
        using var client = new SandboxClient(_fixture.Server);
        SandboxConversation conversation = Workspace.Conversations.First(c => c.Source.Body.Contains("<a href=\"https", StringComparison.Ordinal));
        JsonElement json = await client.GetAsync($"conversations/{conversation.Id}?display_as=plaintext");
        string body = json.GetProperty("source").GetProperty("body").GetString()!;
        Assert.DoesNotContain("<", body, StringComparison.Ordinal);
        Assert.DoesNotContain("&amp;", body, StringComparison.Ordinal);
        Assert.Contains("(https://", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2.10", false, false, false)]
    [InlineData("2.15", true, true, false)]
    [InlineData("2.16", true, true, true)]
    public async Task Versions_differ_in_their_fields(string version, bool hasCompany, bool hasScore, bool unassignedIsZero)
    {
        using var client = new SandboxClient(_fixture.Server, version);
        SandboxConversation conversation = Workspace.Conversations.First(c => c.AdminAssignee is null && c.Priority != "none");
        JsonElement json = await client.GetAsync("conversations/" + conversation.Id);
        Assert.Equal(hasCompany, json.TryGetProperty("company", out _));
        Assert.Equal(unassignedIsZero ? conversation.Priority : "priority", json.GetProperty("priority").GetString());
        Assert.Equal(unassignedIsZero ? JsonValueKind.Number : JsonValueKind.Null, json.GetProperty("admin_assignee_id").ValueKind);

        SandboxConversation scored = Workspace.Conversations.First(c => c.CxScore is not null);
        JsonElement attributes = (await client.GetAsync("conversations/" + scored.Id)).GetProperty("custom_attributes");
        Assert.Equal(hasScore, attributes.TryGetProperty("CX Score rating", out _));
    }

    [Fact]
    public async Task Rows_of_lists_have_no_parts()
    {
        using var client = new SandboxClient(_fixture.Server);
        JsonElement page = await client.GetAsync("conversations");
        Assert.All(page.GetProperty("conversations").EnumerateArray(), c => Assert.False(c.TryGetProperty("conversation_parts", out _)));
    }

    [Fact]
    public void Statistics_and_states_follow_from_the_parts()
    {
        foreach (SandboxConversation conversation in Workspace.Conversations.Where(c => c.Statistics is not null))
        {
            IReadOnlyList<SandboxPart> parts = Workspace.GetParts(conversation);
            SandboxStatistics statistics = conversation.Statistics!;
            SandboxPart[] closes = parts.Where(p => p.PartType == "close").ToArray();
            Assert.Equal(parts.Count, statistics.CountConversationParts);
            Assert.Equal(closes.LastOrDefault()?.CreatedAt, statistics.LastCloseAt);
            Assert.Equal(closes.FirstOrDefault()?.CreatedAt, statistics.FirstCloseAt);
            Assert.Equal(parts.Count(p => p.AssignedToId is not null), statistics.CountAssignments);
            Assert.Equal(parts.Count(p => p.PartType == "open"), statistics.CountReopens);
            Assert.Equal(conversation.State == "closed", conversation.ClosedAt is not null);
            Assert.Equal(conversation.State, parts.Count > 0 ? parts[^1].State : "open");
            Assert.Equal(parts.Select(p => p.CreatedAt).Order(), parts.Select(p => p.CreatedAt));
            Assert.True(conversation.UpdatedAt >= conversation.CreatedAt);
        }
    }

    [Fact]
    public void The_data_has_the_variety_that_clients_must_survive()
    {
        IReadOnlyList<SandboxConversation> all = Workspace.Conversations;
        SandboxPart[] parts = all.SelectMany(c => Workspace.GetParts(c)).ToArray();
        Assert.Superset(new HashSet<string> { "open", "closed", "snoozed" }, all.Select(c => c.State).ToHashSet());
        Assert.Superset(new HashSet<string> { "user", "lead", "admin", "bot" }, all.Select(c => c.Source.Author.Type).ToHashSet());
        Assert.Superset(
            new HashSet<string> { "comment", "note", "assignment", "close", "open", "snoozed", "quick_reply", "conversation_rating_changed", "language_detection_details", "conversation_attribute_updated_by_admin" },
            parts.Select(p => p.PartType).ToHashSet());
        Assert.Contains(parts, p => p.PartType == "close" && p.Body is not null);
        Assert.Contains(parts, p => p.PartType == "assignment" && p.Body is not null);
        Assert.Contains(parts, p => p.Redacted && p.Body is null);
        Assert.Contains(parts, p => p.Attachments.Count > 0);
        Assert.Contains(all, c => c.Source.Body.StartsWith("=HYPERLINK", StringComparison.Ordinal));
        Assert.Contains(all, c => c.Source.Body.Contains("<script>", StringComparison.Ordinal));
        Assert.Contains(all, c => c.Source.Body.Contains('\u001b', StringComparison.Ordinal));
        Assert.Contains(all, c => c.Rating?.Remark is not null);
        Assert.Contains(all, c => c.Contacts[0].Email is null);
        Assert.Contains(all, c => c.Contacts.Count > 1);
        Assert.True(all.Select(c => c.Contacts[0].Language).Distinct().Count() >= 6);
        Assert.InRange(all.Count(c => c.CxScore is not null), 40, 250);
        Assert.Equal(all.Count, all.Select(c => c.Id).Distinct().Count());
        Assert.Contains(all.GroupBy(c => c.CreatedAt), g => g.Count() > 1);
    }

    [Fact]
    public async Task Changes_of_the_workspace_show_at_once()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 60 });
        using var client = new SandboxClient(server);
        SandboxWorkspace workspace = server.Workspace;
        Assert.Equal(60, (await client.GetAsync("conversations")).GetProperty("total_count").GetInt32());

        string gone = workspace.Conversations[4].Id;
        Assert.True(workspace.Delete(gone));
        Assert.False(workspace.Delete(gone));
        Assert.Equal(59, (await client.GetAsync("conversations")).GetProperty("total_count").GetInt32());
        Assert.Equal(404, (int)(await client.SendAsync("conversations/" + gone)).StatusCode);

        string touched = workspace.Conversations[7].Id;
        DateTimeOffset future = DateTimeOffset.UtcNow.AddHours(1);
        Assert.True(workspace.Touch(touched, future));
        Assert.Equal(touched, (await client.GetAsync("conversations?per_page=1")).GetProperty("conversations")[0].GetProperty("id").GetString());

        SandboxConversation answered = workspace.Conversations.First(c => c.State == "open" && c.Statistics is not null);
        int parts = workspace.GetParts(answered).Count;
        SandboxPart part = workspace.AddContactComment(answered.Id, "<p>One more thing</p>", future)!;
        JsonElement json = await client.GetAsync("conversations/" + answered.Id);
        Assert.Equal(parts + 1, json.GetProperty("statistics").GetProperty("count_conversation_parts").GetInt32());
        Assert.Equal(part.Id, json.GetProperty("conversation_parts").GetProperty("conversation_parts").EnumerateArray().Last().GetProperty("id").GetString());
        Assert.Equal(future.ToUnixTimeSeconds(), json.GetProperty("statistics").GetProperty("last_contact_reply_at").GetInt64());
    }
}
