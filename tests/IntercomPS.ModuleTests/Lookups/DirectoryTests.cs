using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Lookups;

/// <summary>Get-IntercomAdmin, Get-IntercomTeam and Get-IntercomTag.</summary>
public sealed class DirectoryTests : IClassFixture<SharedWorkspace>
{
    private readonly ConnectedModule _module;

    public DirectoryTests(SharedWorkspace shared) => _module = shared.Module;

    private SandboxWorkspace Workspace => _module.Server.Workspace;

    [Fact]
    public void Without_parameters_all_are_listed()
    {
        Assert.Equal(Workspace.Admins.Select(admin => admin.Id), _module.Ids("Get-IntercomAdmin"));
        Assert.Equal(Workspace.Teams.Select(team => team.Id), _module.Ids("Get-IntercomTeam"));
        Assert.Equal(Workspace.Tags.Select(tag => tag.Id), _module.Ids("Get-IntercomTag"));
    }

    [Fact]
    public void An_admin_has_what_Intercom_says_of_it()
    {
        SandboxAdmin expected = Workspace.Admins[0];
        PSObject admin = Assert.Single(_module.Run($"Get-IntercomAdmin -Id {expected.Id}").Succeeded());

        Assert.Equal("IntercomPS.Admin", admin.TypeNames[0]);
        Assert.Equal(expected.Name, admin.Properties["Name"].Value);
        Assert.Equal(expected.Email, admin.Properties["Email"].Value);
        Assert.Equal(expected.JobTitle, admin.Properties["JobTitle"].Value);
        Assert.Equal(expected.TeamIds, (IEnumerable<string>)admin.Properties["TeamIds"].Value);
        Assert.Equal(false, admin.Properties["AwayModeEnabled"].Value);
    }

    [Fact]
    public void Names_match_with_wildcards_and_whatever_their_capitals()
    {
        Assert.Equal(
            Workspace.Teams.Where(team => team.Name.StartsWith("Support", System.StringComparison.Ordinal)).Select(team => team.Id), _module.Ids("Get-IntercomTeam -Name support*"));
        Assert.Equal([Workspace.Tags.Single(tag => tag.Name == "needs, comma").Id], _module.Ids("Get-IntercomTag 'NEEDS, comma'"));
        Assert.Equal([Workspace.Admins[2].Id], _module.Ids($"Get-IntercomAdmin -Name {Workspace.Admins[2].Email}"));
        Assert.Empty(_module.Ids("Get-IntercomTag -Name no-such-*"));
    }

    [Theory]
    [InlineData("Get-IntercomTag -Name bug, biling, VIP", "TagNotFound", "biling", "'billing'", 2)]
    [InlineData("Get-IntercomTeam -Name Bilings", "TeamNotFound", "Bilings", "'Billing'", 0)]
    [InlineData("Get-IntercomTag -Id 7522900, 1, 7522913", "TagNotFound", "1", "", 2)]
    [InlineData("1 | Get-IntercomTeam", "TeamNotFound", "1", "", 0)]
    [InlineData("Get-IntercomAdmin -Id .", "AdminNotFound", ".", "", 0)]
    public void What_does_not_exist_is_an_error_of_its_own(string script, string errorId, string target, string hint, int found)
    {
        ScriptResult result = _module.Run(script);

        Assert.Null(result.Failure);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.StartsWith(errorId + ",", error.FullyQualifiedErrorId);
        Assert.Equal(target, error.TargetObject);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Contains(hint, error.Exception.Message);
        Assert.Equal(found, result.Output.Count);
    }

    [Fact]
    public void Conversations_bind_their_assignees_and_tags_and_each_is_asked_for_once()
    {
        SandboxConversation[] first = [.. _module.NewestFirst.Take(60)];
        IReadOnlyList<SandboxRequest> requests = _module.RequestsDuring(() => Assert.Equal(
            first.Where(c => c.AdminAssignee is not null).Select(c => c.AdminAssignee!.Id),
            _module.Ids("Search-IntercomConversation -First 60 | Get-IntercomAdmin")));

        Assert.Equal(
            first.Where(c => c.AdminAssignee is not null).Select(c => c.AdminAssignee!.Id).Distinct().Count(),
            requests.Count(request => request.Route == "/admins/{id}"));
        Assert.Equal(
            first.Where(c => c.TeamAssignee is not null).Select(c => c.TeamAssignee!.Id),
            _module.Ids("Search-IntercomConversation -First 60 | Get-IntercomTeam"));
        Assert.Equal(
            first.SelectMany(c => c.Tags).Select(tag => tag.Id), _module.Ids("Search-IntercomConversation -First 60 | Get-IntercomTag"));
    }

    [Fact]
    public void Teams_bind_their_members_and_rows_their_own_property()
    {
        SandboxTeam team = Workspace.Teams[1];
        Assert.Equal(team.AdminIds, _module.Ids($"Get-IntercomTeam -Id {team.Id} | Get-IntercomAdmin"));
        Assert.Equal(
            [Workspace.Admins[1].Id],
            _module.Ids($"[pscustomobject]@{{ Id = 'of something else'; AdminAssigneeId = {Workspace.Admins[1].Id} }} | Get-IntercomAdmin"));
        Assert.Equal([Workspace.Admins[1].Id], _module.Ids($"[pscustomobject]@{{ Id = '{Workspace.Admins[1].Id}' }} | Get-IntercomAdmin"));
        Assert.Empty(_module.Ids("[pscustomobject]@{ Id = 'of a conversation'; AdminAssigneeId = $null } | Get-IntercomAdmin"));
        Assert.Empty(_module.Ids("@() | Get-IntercomAdmin"));
    }

    [Fact]
    public void What_is_of_another_kind_binds_no_id()
    {
        ErrorRecord error = _module.Failure("Get-IntercomTag -Name bug | Get-IntercomTeam -ErrorAction Stop");

        Assert.Contains("no team id", error.Exception.Message);
    }
}
