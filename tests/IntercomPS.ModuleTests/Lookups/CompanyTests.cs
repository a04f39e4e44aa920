using System;
using System.Linq;
using System.Management.Automation;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Lookups;

/// <summary>Get-IntercomCompany.</summary>
public sealed class CompanyTests : IClassFixture<SharedWorkspace>
{
    private readonly ConnectedModule _module;

    public CompanyTests(SharedWorkspace shared) => _module = shared.Module;

    private SandboxWorkspace Workspace => _module.Server.Workspace;

    [Fact]
    public void All_companies_are_listed_and_found_by_name_or_id()
    {
        SandboxCompany some = Workspace.Companies[7];
        _module.Runspace.SetVariable("name", some.Name);

        Assert.Equal(Workspace.Companies.Select(company => company.Id), _module.Ids("Get-IntercomCompany"));
        Assert.Equal(Workspace.Companies.Where(company => company.Name == some.Name).Select(company => company.Id), _module.Ids("Get-IntercomCompany -Name $name"));
        Assert.Equal(Workspace.Companies.Where(company => company.Name.EndsWith(" Ltd", StringComparison.Ordinal)).Select(company => company.Id), _module.Ids("Get-IntercomCompany -Name '* ltd'"));
        Assert.Equal([some.Id], _module.Ids($"Get-IntercomCompany -ExternalId {some.CompanyId}"));
        Assert.Equal([some.Id], _module.Ids($"Get-IntercomCompany -Id {some.Id}"));
    }

    [Fact]
    public void Conversations_contacts_and_companies_bind_their_company()
    {
        Assert.Equal(
            _module.NewestFirst.Take(30).Where(c => c.Company is not null).Select(c => c.Company!.Id),
            _module.Ids("Search-IntercomConversation -First 30 | Get-IntercomCompany"));
        SandboxContact contact = Workspace.Contacts.First(c => c.Company is not null);
        Assert.Equal([contact.Company!.Id], _module.Ids($"Get-IntercomContact {contact.Id} | Get-IntercomCompany"));
        Assert.Equal([contact.Company.Id], _module.Ids($"Get-IntercomCompany -Id {contact.Company.Id} | Get-IntercomCompany"));
        Assert.Equal([contact.Company.Id], _module.Ids($"[pscustomobject]@{{ Id = 'of a row'; company_id = '{contact.Company.Id}' }} | Get-IntercomCompany"));
    }

    [Fact]
    public void A_company_has_what_Intercom_says_of_it()
    {
        SandboxCompany expected = Workspace.Companies[3];
        PSObject company = Assert.Single(_module.Run($"Get-IntercomCompany -Id {expected.Id}").Succeeded());

        Assert.Equal(expected.CompanyId, company.Properties["CompanyId"].Value);
        Assert.Equal(expected.Plan, company.Properties["Plan"].Value);
        Assert.Equal((long)expected.Size, company.Properties["Size"].Value);
        Assert.Equal(expected.CreatedAt, company.Properties["CreatedAt"].Value);
    }

    [Theory]
    [InlineData("Get-IntercomCompany -Id none", "none")]
    [InlineData("Get-IntercomCompany -Id scroll", "scroll")]
    [InlineData("Get-IntercomCompany -Name 'No such & Sons'", "No such & Sons")]
    [InlineData("Get-IntercomCompany -ExternalId X-1", "X-1")]
    public void What_does_not_exist_is_an_error_of_its_own(string script, string target)
    {
        ErrorRecord error = Assert.Single(_module.Run(script).Errors);

        Assert.StartsWith("CompanyNotFound,", error.FullyQualifiedErrorId);
        Assert.Equal(target, error.TargetObject);
    }

    [Fact]
    public void More_companies_than_pages_reach_are_scrolled_through_each_once()
    {
        using ConnectedModule module = ConnectedModule.Start(new SandboxOptions { Conversations = 5, Companies = 10_120, RateLimit = 0 });

        Assert.Equal(module.Server.Workspace.Companies.Select(company => company.Id).Order(), module.Ids("Get-IntercomCompany").Order());
        Assert.Single(module.Server.Counters.Recent, request => request.Route == "/companies");
    }

    [Fact]
    public void Stopping_the_list_ends_the_requests()
    {
        using ConnectedModule module = ConnectedModule.Start(new SandboxOptions { Conversations = 5, Companies = 3000, RateLimit = 0, Latency = TimeSpan.FromMilliseconds(30) });

        StoppedScript stopped = module.Runspace.RunAndStop("Get-IntercomCompany", (_, output) => output.Count > 0);

        Assert.True(stopped.WasRunning);
        Assert.InRange(stopped.StopTime, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.True(module.Server.Counters.Total < 40);
    }
}
