using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

/// <summary>Every parameter that narrows a search, against the same question put to the sandbox's data.</summary>
public sealed class SearchFilterTests : IClassFixture<SharedWorkspace>
{
    private static readonly Dictionary<string, Func<SandboxConversation, SandboxWorkspace, bool>> Searches = new()
    {
        ["-State Closed"] = (c, _) => c.State == "closed",
        ["-State open, Snoozed"] = (c, _) => c.State is "open" or "snoozed",
        ["-ContactId $workspace.Contacts[3].Id"] = (c, w) => HasContact(c, w.Contacts[3]),
        ["-ContactId $workspace.Contacts[3].Id, $workspace.Contacts[4].Id"] = (c, w) => HasContact(c, w.Contacts[3]) || HasContact(c, w.Contacts[4]),
        ["-TeammateId $workspace.Admins[2].Id"] = (c, w) => c.Teammates.Contains(w.Admins[2]),
        ["-TeammateId $workspace.Admins[2].Id, $workspace.Admins[5].Id"] = (c, w) => c.Teammates.Contains(w.Admins[2]) || c.Teammates.Contains(w.Admins[5]),
        ["-AssigneeId $workspace.Admins[1].Id"] = (c, w) => c.AdminAssignee == w.Admins[1],
        ["-AssigneeId 0"] = (c, _) => c.AdminAssignee is null,
        ["-AssigneeId None"] = (c, _) => c.AdminAssignee is null,
        ["-AssigneeId none, $workspace.Admins[1].Id"] = (c, w) => c.AdminAssignee is null || c.AdminAssignee == w.Admins[1],
        ["-TeamId $workspace.Teams[0].Id"] = (c, w) => c.TeamAssignee == w.Teams[0],
        ["-TeamId $workspace.Teams[0].Id, 0"] = (c, w) => c.TeamAssignee is null || c.TeamAssignee == w.Teams[0],
        ["-TagId $workspace.Tags[1].Id"] = (c, w) => c.Tags.Contains(w.Tags[1]),
        ["-TagId $workspace.Tags[1].Id, $workspace.Tags[3].Id"] = (c, w) => c.Tags.Contains(w.Tags[1]) || c.Tags.Contains(w.Tags[3]),
        ["-Priority Priority"] = (c, _) => c.Priority != "none",
        ["-Priority NotPriority"] = (c, _) => c.Priority == "none",
        ["-Priority not_priority"] = (c, _) => c.Priority == "none",
        ["-SourceType Email"] = (c, _) => c.Source.Type == "email",
        ["-SourceType phone_call, Whatsapp"] = (c, _) => c.Source.Type is "phone_call" or "whatsapp",
        ["-Rating 1"] = (c, _) => c.Rating?.Rating == 1,
        ["-Rating 4, 5"] = (c, _) => c.Rating?.Rating is 4 or 5,
        ["-Rating (1..5)"] = (c, _) => c.Rating is not null,
        ["-Read $true"] = (c, _) => c.Read,
        ["-Read $false"] = (c, _) => !c.Read,
        ["-AiAgentParticipated $true"] = (c, _) => c.AiAgent is not null,
        ["-AiAgentParticipated $false"] = (c, _) => c.AiAgent is null,
        ["-BodyContains refund"] = (c, _) => SaysInHtml(c, "refund"),
        ["-BodyContains REFUND"] = (c, _) => SaysInHtml(c, "refund"),
        ["-BodyContains 'please refund one of them'"] = (c, _) => SaysInHtml(c, "Please refund one of them"),
        ["-BodyContains 'It arrived & the box'"] = (c, _) => SaysInHtml(c, "It arrived &amp; the box"),
        ["-BodyContains 'Windows 11', 'dark mode?'"] = (c, _) => SaysInHtml(c, "Windows 11") || SaysInHtml(c, "dark mode?"),
        ["-State Closed -Rating 1, 2 -Read $true"] = (c, _) => c.State == "closed" && c.Rating?.Rating is 1 or 2 && c.Read,
        ["-State Open -AssigneeId None -TeamId $workspace.Teams[2].Id"] = (c, w) => c.State == "open" && c.AdminAssignee is null && c.TeamAssignee == w.Teams[2],
        ["-SourceType Conversation -AiAgentParticipated $true -Priority Priority -State Closed, Open"] =
            (c, _) => c.Source.Type == "conversation" && c.AiAgent is not null && c.Priority != "none" && c.State is "closed" or "open",
    };

    private readonly ConnectedModule _module;

    public SearchFilterTests(SharedWorkspace shared) => _module = shared.Module;

    public static TheoryData<string> Parameters => [.. Searches.Keys];

    [Theory]
    [MemberData(nameof(Parameters))]
    public void A_search_finds_what_the_workspace_holds(string parameters)
    {
        string[] expected = Expect(parameters);
        Assert.InRange(expected.Length, 1, _module.NewestFirst.Count - 1);

        Assert.Equal(expected, _module.Ids($"Search-IntercomConversation {parameters}"));
    }

    [Fact]
    public void A_phrase_whose_words_come_in_another_order_is_not_found()
    {
        Assert.NotEmpty(Expect("-BodyContains refund"));
        Assert.Empty(_module.Ids("Search-IntercomConversation -BodyContains 'refund please'"));
    }

    [Fact]
    public void A_search_without_parameters_finds_everything() =>
        Assert.Equal(_module.NewestFirst.Select(c => c.Id), _module.Ids("Search-IntercomConversation"));

    [Fact]
    public void A_search_that_nothing_fits_writes_nothing_at_all()
    {
        ScriptResult result = _module.Run("Search-IntercomConversation -ContactId 0123456789abcdef01234567");

        Assert.Empty(result.Succeeded());
        Assert.Empty(result.Warnings);
    }

    private static bool HasContact(SandboxConversation conversation, SandboxContact contact) => conversation.Contacts.Contains(contact);

    private static bool SaysInHtml(SandboxConversation conversation, string text) =>
        conversation.Source.Body.Contains(text, StringComparison.OrdinalIgnoreCase);

    private string[] Expect(string parameters) =>
        [.. _module.NewestFirst.Where(c => Searches[parameters](c, _module.Server.Workspace)).Select(c => c.Id)];
}
