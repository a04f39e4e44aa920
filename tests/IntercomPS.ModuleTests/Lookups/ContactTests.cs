using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Lookups;

/// <summary>Get-IntercomContact.</summary>
public sealed class ContactTests : IClassFixture<SharedWorkspace>
{
    private readonly ConnectedModule _module;
    private readonly SandboxContact[] _known;

    public ContactTests(SharedWorkspace shared)
    {
        _module = shared.Module;
        _known = [.. _module.Server.Workspace.Contacts.Where(contact => contact.Email is not null).Take(30)];
        _module.Runspace.SetVariable("ids", _known.Select(contact => contact.Id).ToArray());
        _module.Runspace.SetVariable("emails", _known.Select(contact => contact.Email).ToArray());
    }

    [Theory]
    [InlineData("Get-IntercomContact -Id $ids")]
    [InlineData("Get-IntercomContact -ContactId $ids -ThrottleLimit 1")]
    [InlineData("$ids | Get-IntercomContact")]
    [InlineData("Get-IntercomContact $ids | Get-IntercomContact")]
    [InlineData("$ids | ForEach-Object { [pscustomobject]@{ Id = 'of a row'; contact_id = $_; Email = 'of@another' } } | Get-IntercomContact")]
    [InlineData("$ids | ForEach-Object { @{ ContactId = $_ } } | Get-IntercomContact")]
    [InlineData("Get-IntercomContact -Email $emails")]
    [InlineData("$emails | ForEach-Object { [pscustomobject]@{ Email = $_.ToUpperInvariant() } } | Get-IntercomContact")]
    [InlineData("$emails | ForEach-Object { [pscustomobject]@{ ContactEmail = $_ } } | Get-IntercomContact")]
    public void Contacts_come_in_the_order_asked_however_they_are_given(string script) =>
        Assert.Equal(_known.Select(contact => contact.Id), _module.Ids(script));

    [Fact]
    public void Conversations_bind_their_contact_never_their_own_id()
    {
        Assert.Equal(
            _module.NewestFirst.Take(40).Select(conversation => conversation.Contacts[0].Id),
            _module.Ids("Search-IntercomConversation -First 40 | Get-IntercomContact"));
        Assert.Equal(
            _module.NewestFirst.Take(5).Select(conversation => conversation.Contacts[0].Id),
            _module.Ids("Search-IntercomConversation -First 5 | Get-IntercomConversation | Get-IntercomContact"));
    }

    [Fact]
    public void A_contact_has_what_Intercom_says_of_it()
    {
        SandboxContact expected = _module.Server.Workspace.Contacts.First(c => c is { Company: not null, Email: not null, ExternalId: not null, Tags.Count: > 0 });
        PSObject contact = Assert.Single(_module.Run($"Get-IntercomContact {expected.Id}").Succeeded());

        Assert.Equal("IntercomPS.Contact", contact.TypeNames[0]);
        Assert.Equal(expected.ExternalId, contact.Properties["ExternalId"].Value);
        Assert.Equal(expected.Name, contact.Properties["Name"].Value);
        Assert.Equal(expected.Role, contact.Properties["Role"].Value);
        Assert.Equal(expected.Phone, contact.Properties["Phone"].Value);
        Assert.Equal(expected.CreatedAt, contact.Properties["CreatedAt"].Value);
        Assert.Equal([expected.Company!.Id], (IEnumerable<string>)contact.Properties["CompanyIds"].Value);
        Assert.Equal(expected.Tags.Select(tag => tag.Id), (IEnumerable<string>)contact.Properties["TagIds"].Value);
    }

    [Fact]
    public void What_does_not_exist_is_an_error_of_its_own()
    {
        ScriptResult result = _module.Run("$ids[0], 'nobody', $ids[1] | Get-IntercomContact; Get-IntercomContact -Email nobody@nowhere.example");

        Assert.Null(result.Failure);
        Assert.Equal(2, result.Output.Count);
        Assert.Equal(["nobody", "nobody@nowhere.example"], result.Errors.Select(error => error.TargetObject));
        Assert.All(result.Errors, error => Assert.StartsWith("ContactNotFound,", error.FullyQualifiedErrorId));
    }

    [Fact]
    public void What_holds_neither_an_id_nor_an_address_is_refused() =>
        Assert.Contains("no contact id", _module.Failure("[pscustomobject]@{ Size = 3 } | Get-IntercomContact -ErrorAction Stop").Exception.Message);

    [Fact]
    public void Many_are_asked_for_at_once()
    {
        using ConnectedModule module = ConnectedModule.Start(new SandboxOptions { Conversations = 300, RateLimit = 0, Latency = TimeSpan.FromMilliseconds(20) });
        string[] ids = [.. module.Server.Workspace.Contacts.Select(contact => contact.Id)];
        module.Runspace.SetVariable("all", ids);

        Assert.Equal(ids, module.Ids("$all | Get-IntercomContact -ThrottleLimit 8"));
        Assert.InRange(module.Server.Counters.MaxConcurrency, 2, 8);
    }
}
