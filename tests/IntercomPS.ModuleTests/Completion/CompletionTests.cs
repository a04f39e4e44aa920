using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.Json;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Completion;

/// <summary>What Tab offers, by the real engine.</summary>
public sealed class CompletionTests
{
    private static readonly string[] Hostile =
        ["it's", "a $x `b \"q\"", "‘typographic’", "“double” $(1)", "esc\u001b[31m", "two\nlines", "-dash", "=cmd", "[x]*", "42", "返金", " lead"];

    [Fact]
    public void Names_of_the_workspace_are_offered_once_fetched()
    {
        using ConnectedModule module = ConnectedModule.Start(SharedWorkspace.Options);
        IReadOnlyList<SandboxRequest> requests = module.RequestsDuring(() =>
        {
            Assert.Equal(["billing"], Texts(module.Runspace, "Get-IntercomTag -Name BIL"));
            Assert.Equal(["bug", "billing"], Texts(module.Runspace, "Get-IntercomTag ").Intersect(["bug", "billing"]).OrderByDescending(name => name));
            Assert.Equal(["'needs, comma'"], Texts(module.Runspace, "Get-IntercomTag -Name 'nee"));
            Assert.Equal(["'needs, comma'"], Texts(module.Runspace, "Get-IntercomTag -Name bug, need"));
            Assert.Contains("'Support EMEA'", Texts(module.Runspace, "Get-IntercomTeam Supp"));
            Assert.Contains($"'{module.Server.Workspace.Admins[1].Name}'", Texts(module.Runspace, "Get-IntercomAdmin -Name "));
            Assert.Equal(["VIP"], Texts(module.Runspace, "Search-IntercomContact -Tag vi"));
        });

        Assert.Equal(["/tags", "/teams", "/admins"], requests.Select(request => request.Route));
    }

    [Fact]
    public void A_name_at_the_start_goes_before_one_within()
    {
        using StubbedModule module = WithTags("xbill", "Bill", "billing");

        Assert.Equal(["Bill", "billing", "xbill"], Texts(module.Runspace, "Get-IntercomTag bill"));
    }

    [Fact]
    public void Whatever_is_in_a_name_the_parser_reads_that_very_name_and_the_terminal_nothing_else()
    {
        using StubbedModule module = WithTags(Hostile);

        IReadOnlyList<CompletionResult> offered = module.Runspace.Complete("Get-IntercomTag -Name ");

        Assert.Equal(Hostile.Length, offered.Count);
        foreach (CompletionResult result in offered)
        {
            Assert.DoesNotContain(result.CompletionText + result.ListItemText + result.ToolTip, char.IsControl);
            Parser.ParseInput($"f {result.CompletionText}", out _, out ParseError[] errors);
            Assert.Empty(errors);
        }

        Assert.Equal(
            Hostile.Order(StringComparer.Ordinal),
            offered.Select(result => (string)module.Runspace.Run($"function f {{ param([string] $Name) $Name }}; f {result.CompletionText}").Succeeded().Single().BaseObject).Order(StringComparer.Ordinal));
        Assert.All(offered, result => Assert.NotEmpty(module.Runspace.Run("Get-IntercomTag -Name " + result.CompletionText).Succeeded()));
    }

    [Fact]
    public void The_session_given_is_the_one_that_is_asked()
    {
        using ConnectedModule module = ConnectedModule.Start(SharedWorkspace.Options);
        using StubServer other = new(request => request.Target == "/me" ? StubAnswer.Me() : Tags("elsewhere"));
        module.Runspace.SetVariable("other", other.BaseUri);
        module.Run("$there = Connect-Intercom -AccessToken $token -BaseUri $other -PassThru; Connect-Intercom -AccessToken $token -BaseUri $uri").Succeeded();

        Assert.Equal(["elsewhere"], Texts(module.Runspace, "Get-IntercomTag -Session $there -Name e"));
        Assert.DoesNotContain("elsewhere", Texts(module.Runspace, "Get-IntercomTag -Name e"));
    }

    [Fact]
    public void Without_a_session_and_where_the_service_fails_nothing_of_Intercom_is_offered()
    {
        using ModuleRunspace alone = ModuleRunspace.Open();
        Assert.Empty(Values(alone, "Get-IntercomTag -Name b"));

        using StubbedModule module = StubbedModule.Start(_ => StubAnswer.Error(500, "server_error"));
        Assert.Empty(Values(module.Runspace, "Get-IntercomTag -Name b"));
        Assert.Empty(module.Runspace.Run("$Error").Output);
    }

    [Fact]
    public void A_slow_service_is_waited_for_two_seconds_and_asked_again_later()
    {
        var delay = TimeSpan.FromMinutes(1);
        using StubbedModule module = StubbedModule.Start(_ => Tags("late") with { Delay = delay });
        var stopwatch = Stopwatch.StartNew();

        Assert.Empty(Values(module.Runspace, "Get-IntercomTag -Name l"));
        Assert.InRange(stopwatch.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
        delay = TimeSpan.Zero;
        Assert.Equal(["late"], Texts(module.Runspace, "Get-IntercomTag -Name l"));
    }

    [Fact]
    public void A_list_that_a_command_fetched_takes_the_place_of_an_older_one()
    {
        string name = "first";
        using StubbedModule module = StubbedModule.Start(_ => Tags(name));

        Assert.Equal(["first"], Texts(module.Runspace, "Get-IntercomTag -Name "));
        name = "second";
        Assert.Equal(["first"], Texts(module.Runspace, "Get-IntercomTag -Name "));
        module.Runspace.Run("Get-IntercomTag").Succeeded();
        Assert.Equal(["second"], Texts(module.Runspace, "Get-IntercomTag -Name "));
    }

    [Fact]
    public void Columns_are_offered_by_both_their_names()
    {
        using ModuleRunspace runspace = ModuleRunspace.Open();

        Assert.Equal(
            ["ContactEmail", "ContactId", "contact_email", "contact_id"],
            Texts(runspace, "Export-IntercomConversation -Path x.csv -Property contact").Take(4).Order(StringComparer.Ordinal));
        Assert.Contains("TimeToFirstReply", Texts(runspace, "Export-IntercomConversation -Path x.csv -Property Id, timeto"));
        Assert.Contains("Id", Texts(runspace, "Export-IntercomConversation -Path x.csv -Property id"));
    }

    private static StubbedModule WithTags(params string[] names) => StubbedModule.Start(_ => Tags(names));

    private static StubAnswer Tags(params string[] names) => new(
        200, JsonSerializer.Serialize(new { type = "list", data = names.Select((name, index) => new { type = "tag", id = $"{index}", name }) }));

    private static string[] Texts(ModuleRunspace runspace, string line) => [.. runspace.Complete(line).Select(result => result.CompletionText)];

    /// <summary>Where a completer offers nothing, the engine itself offers files.</summary>
    private static IEnumerable<CompletionResult> Values(ModuleRunspace runspace, string line) =>
        runspace.Complete(line).Where(result => result.ResultType == CompletionResultType.ParameterValue);
}
