using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Filters;

/// <summary>Whole filters as people write them, against the same question put to the sandbox's data.</summary>
public sealed class FilterCombinationTests : IClassFixture<SharedWorkspace>
{
    private static readonly DateTimeOffset Middle = ConnectedModule.Present.AddDays(-90);

    private static readonly Dictionary<string, Func<SandboxConversation, SandboxWorkspace, bool>> Searches = new()
    {
        ["-Filter { state -eq 'closed' -and (rating -le 2 -or tag -eq $workspace.Tags[1].Name) -and created_at -ge $middle }"] =
            (c, w) => c.State == "closed" && (c.Rating?.Rating <= 2 || c.Tags.Contains(w.Tags[1])) && c.CreatedAt >= Middle,
        ["-Filter \"state -eq 'closed' -and (rating -le 2 -or source.type -eq 'email')\""] =
            (c, _) => c.State == "closed" && (c.Rating?.Rating <= 2 || c.Source.Type == "email"),
        ["-Filter { $_.State -eq 'Closed' -and $_.Rating -in 1..2 }"] = (c, _) => c.State == "closed" && c.Rating?.Rating is 1 or 2,
        ["-Filter { CreatedAt -ge $middle.AddDays(10) -and Rating -ne $null }"] = (c, _) => c.CreatedAt >= Middle.AddDays(10) && c.Rating is not null,
        ["-Filter { -not (rating -le 3) }"] = (c, _) => !(c.Rating?.Rating <= 3),
        ["-Filter { read -and -not open }"] = (c, _) => c.Read && c.State == "closed",
        ["-Filter { cx_score -le 2 -or channel_initiated -eq 'email' }"] = (c, _) => c.CxScore <= 2 || c.Source.Type == "email",
        ["-Filter { cx_score -le 2 -and channel_initiated -eq 'email' }"] = (c, _) => c.CxScore <= 2 && c.Source.Type == "email",
        ["-Filter { contact_id -in $workspace.Contacts.Id }"] = (c, w) => c.Contacts.Any(contact => w.Contacts.Contains(contact)),
        ["-Filter { contact_id -in $workspace.Contacts[0..39].Id -and state -ne 'open' }"] = (c, w) => c.State != "open" && c.Contacts.Any(contact => w.Contacts.Take(40).Contains(contact)),
        ["-Filter { contact_id -notin $workspace.Contacts[0..59].Id }"] = (c, w) => !c.Contacts.Any(contact => w.Contacts.Take(60).Contains(contact)),
        ["-Filter { (state -eq 'open' -and (rating -eq 5 -or (source.type -eq 'email' -and -not read))) -or (title -like '*a*' -and cx_score -ge 4) }"] =
            (c, _) => (c.State == "open" && (c.Rating?.Rating == 5 || (c.Source.Type == "email" && !c.Read))) || (Has(c.Title, "a") && c.CxScore >= 4),
        ["-Filter { admin -eq $workspace.Admins[1].Name -or admin -eq 'None' }"] = (c, w) => c.AdminAssignee is null || c.AdminAssignee == w.Admins[1],
        ["-Filter { admin -like '*' -and team -eq $workspace.Teams[0].Name.ToUpper() }"] = (c, w) => c.AdminAssignee is not null && c.TeamAssignee == w.Teams[0],
        ["-Filter { tag -notin $workspace.Tags[0].Name, $workspace.Tags[1].Id }"] = (c, w) => !c.Tags.Contains(w.Tags[0]) && !c.Tags.Contains(w.Tags[1]),
        ["-Filter { TimeToFirstReply -gt '02:00:00' -and MessageCount -lt 20 }"] = (c, _) => c.Statistics?.TimeToAdminReply > 7200 && c.Statistics.CountConversationParts < 20,
        ["-Filter { closed_at -ge $middle } -State Closed, Open"] = (c, _) => c.ClosedAt >= Middle,
        ["-Filter { rating -le 2 } -State Closed -CreatedAfter $middle"] = (c, _) => c.Rating?.Rating <= 2 && c.State == "closed" && c.CreatedAt >= Middle,
        ["-Tag $workspace.Tags[1].Name, $workspace.Tags[2].Id"] = (c, w) => c.Tags.Contains(w.Tags[1]) || c.Tags.Contains(w.Tags[2]),
        ["-Assignee $workspace.Admins[1].Name, None"] = (c, w) => c.AdminAssignee is null || c.AdminAssignee == w.Admins[1],
        ["-Assignee $workspace.Admins[2].Email"] = (c, w) => c.AdminAssignee == w.Admins[2],
        ["-Team $workspace.Teams[1].Name, $workspace.Teams[0].Id"] = (c, w) => c.TeamAssignee is { } team && w.Teams.Take(2).Contains(team),
        ["-ContactEmail $email"] = (c, w) => c.Contacts.Any(contact => contact.Email == EmailOf(w)),
        ["-Filter { contact_email -eq $email.ToUpper() }"] = (c, w) => c.Contacts.Any(contact => contact.Email == EmailOf(w)),
        ["-CustomAttribute @{ 'Topic (AI)' = 'Billing', 'Bug' }"] = (c, _) => c.FindAttribute("Topic (AI)") is "Billing" or "Bug",
        ["-CustomAttribute @{ 'Is VIP?' = $true; 'Topic (AI)' = $null }"] = (c, _) => c.FindAttribute("Is VIP?") is true && c.FindAttribute("Topic (AI)") is null,
        ["-CxScore 1, 2"] = (c, _) => c.CxScore is 1 or 2,
        ["-CxScoreBelow 3 -CreatedAfter $middle"] = (c, _) => c.CxScore < 3 && c.CreatedAt >= Middle,
        ["-CxScoreAbove 3 -CreatedAfter $middle"] = (c, _) => c.CxScore > 3 && c.CreatedAt >= Middle,
        ["-CxScoreAbove 1 -CxScoreBelow 4 -Rating 1, 2, 3, 4, 5"] = (c, _) => c.CxScore is 2 or 3 && c.Rating is not null,
        ["-CxScore 1 -ServerCxFilter"] = (c, _) => c.CxScore == 1,
    };

    private readonly ConnectedModule _module;

    public FilterCombinationTests(SharedWorkspace shared)
    {
        _module = shared.Module;
        _module.Runspace.SetVariable("middle", Middle.UtcDateTime);
        _module.Runspace.SetVariable("email", EmailOf(_module.Server.Workspace));
    }

    public static TheoryData<string> Parameters => [.. Searches.Keys];

    [Theory]
    [MemberData(nameof(Parameters))]
    public void A_search_finds_what_the_workspace_holds(string parameters)
    {
        string[] expected = [.. _module.NewestFirst.Where(c => Searches[parameters](c, _module.Server.Workspace)).Select(c => c.Id)];
        Assert.NotEmpty(expected);

        Assert.Equal(expected, _module.Ids($"Search-IntercomConversation {parameters}"));
    }

    [Fact]
    public void The_first_of_several_merged_searches_are_the_newest()
    {
        string[] expected = [.. _module.NewestFirst.Where(c => c.CxScore <= 2 || c.Source.Type == "email").Take(7).Select(c => c.Id)];

        Assert.Equal(expected, _module.Ids("Search-IntercomConversation -Filter { cx_score -le 2 -or channel_initiated -eq 'email' } -First 7"));
    }

    [Fact]
    public void Oldest_first_holds_across_merged_searches()
    {
        string[] expected = [.. _module.Server.Workspace.Conversations.Where(c => c.CxScore <= 2 || c.Source.Type == "email").Select(c => c.Id)];

        Assert.Equal(expected, _module.Ids("Search-IntercomConversation -Filter { cx_score -le 2 -or channel_initiated -eq 'email' } -Ascending"));
    }

    [Fact]
    public void A_filter_that_nothing_can_fit_sends_nothing()
    {
        // A workspace of its own: requests that an earlier test gave up may still reach a shared one.
        using ConnectedModule module = ConnectedModule.Start(SharedWorkspace.Options);
        IReadOnlyList<SandboxRequest> requests = module.RequestsDuring(
            () => Assert.Empty(module.Ids("Search-IntercomConversation -Filter { state -in @() }")));

        Assert.Empty(requests);
    }

    [Fact]
    public void An_export_takes_a_filter_too()
    {
        using var folder = new TemporaryFolder();
        _module.Runspace.SetVariable("file", folder.PathOf("scored.csv"));
        int expected = _module.NewestFirst.Count(c => c.CxScore <= 2 && c.State == "closed");

        ScriptResult result = _module.Run("(Export-IntercomConversation -Path $file -Filter \"cx_score -le 2\" -State Closed).Rows");

        Assert.Equal(expected.ToString(System.Globalization.CultureInfo.InvariantCulture), result.Output.Single().ToString());
    }

    private static bool Has(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;

    private static string EmailOf(SandboxWorkspace workspace) =>
        workspace.Conversations.Select(c => c.Contacts[0].Email).First(email => email is not null)!;
}
