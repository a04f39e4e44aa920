using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Lookups;

/// <summary>Search-IntercomContact, counted against the sandbox's own contacts.</summary>
public sealed class ContactSearchTests : IClassFixture<SharedWorkspace>
{
    private readonly ConnectedModule _module;

    public ContactSearchTests(SharedWorkspace shared) => _module = shared.Module;

    private IEnumerable<SandboxContact> NewestFirst =>
        _module.Server.Workspace.Contacts.OrderByDescending(contact => contact.CreatedAt).ThenByDescending(contact => contact.Id, StringComparer.Ordinal);

    [Fact]
    public void Without_a_parameter_every_contact_comes_once_newest_first() => Expect("Search-IntercomContact", _ => true);

    [Fact]
    public void Each_parameter_finds_what_it_says()
    {
        SandboxContact some = NewestFirst.First(contact => contact is { Email: not null, ExternalId: not null, Phone: not null });
        Expect("Search-IntercomContact -Role Lead", contact => contact.Role == "lead");
        Expect("Search-IntercomContact -Role lead, User", _ => true);
        Expect($"Search-IntercomContact -Email {some.Email!.ToUpperInvariant()}", contact => contact == some);
        Expect($"Search-IntercomContact -ExternalId {some.ExternalId}, none", contact => contact == some);
        Expect($"Search-IntercomContact -Phone {some.Phone}", contact => contact == some);
        Expect("Search-IntercomContact -Name AN", contact => contact.Name?.Contains("an", StringComparison.OrdinalIgnoreCase) == true);
        Expect("Search-IntercomContact -Name an -Role User", contact => contact.Role == "user" && contact.Name?.Contains("an", StringComparison.OrdinalIgnoreCase) == true);
        Expect("Search-IntercomContact -Tag vip, 'needs, comma'", contact => contact.Tags.Any(tag => tag.Name is "VIP" or "needs, comma"));
        Expect($"Search-IntercomContact -Tag {_module.Server.Workspace.Tags[0].Id}", contact => contact.Tags.Any(tag => tag.Name == "bug"));
    }

    [Fact]
    public void Times_mean_the_second_although_Intercom_compares_days()
    {
        SandboxContact[] all = [.. NewestFirst];
        foreach (SandboxContact contact in all.Where((_, index) => index % 20 == 3))
        {
            _module.Runspace.SetVariable("at", contact.CreatedAt);
            _module.Runspace.SetVariable("seen", all[40].UpdatedAt);
            Expect("Search-IntercomContact -CreatedAfter $at", other => other.CreatedAt >= contact.CreatedAt);
            Expect("Search-IntercomContact -CreatedBefore $at", other => other.CreatedAt < contact.CreatedAt);
            Expect("Search-IntercomContact -CreatedAfter $at -CreatedBefore $at.AddHours(30)", other => other.CreatedAt >= contact.CreatedAt && other.CreatedAt < contact.CreatedAt.AddHours(30));
            Expect("Search-IntercomContact -LastSeenAfter $seen -UpdatedAfter $seen", other => other.UpdatedAt >= all[40].UpdatedAt);
            Expect("Search-IntercomContact -LastSeenBefore $seen -UpdatedBefore $seen", other => other.UpdatedAt < all[40].UpdatedAt);
        }
    }

    [Theory]
    [InlineData("-First 7", 0, 7)]
    [InlineData("-First 7 -Skip 3", 3, 7)]
    [InlineData("-Skip 100 -First 1000", 100, 1000)]
    public void Paging_parameters_cut_a_part(string parameters, int skip, int first) =>
        Assert.Equal(NewestFirst.Skip(skip).Take(first).Select(contact => contact.Id), _module.Ids("Search-IntercomContact " + parameters));

    [Fact]
    public void A_few_contacts_take_a_small_page_and_the_count_alone_one_row()
    {
        SandboxRequest small = Assert.Single(_module.RequestsDuring(() => _module.Ids("Search-IntercomContact -First 2")));
        Assert.Equal(2, small.RowsAskedFor);

        IReadOnlyList<PSObject> count = _module.Run("Search-IntercomContact -First 0 -IncludeTotalCount").Succeeded();
        Assert.Equal((ulong)_module.Server.Workspace.Contacts.Count, Assert.Single(count).BaseObject);
    }

    [Theory]
    [InlineData("Search-IntercomContact -Query @{ field = 'rol'; operator = '='; value = 'lead' }", "role")]
    [InlineData("Search-IntercomContact -Query @{ field = 'created_at'; operator = 'IN'; value = 1, 2 }", "calendar day")]
    [InlineData("Search-IntercomContact -Query @{ field = 'created_at'; operator = '>'; value = 1700000000000 }", "seconds")]
    [InlineData("Search-IntercomContact -Query @{ field = 'name'; operator = '=='; value = 'x' }", "==")]
    [InlineData("Search-IntercomContact -Tag vipp", "'VIP'")]
    [InlineData("Search-IntercomContact -CreatedAfter 2025-02-02 -CreatedBefore 2025-02-01", "CreatedAfter")]
    public void What_Intercom_would_refuse_is_an_error_that_says_why(string script, string said)
    {
        ErrorRecord error = _module.Failure(script);

        Assert.StartsWith("InvalidQuery,", error.FullyQualifiedErrorId);
        Assert.Contains(said, error.Exception.Message);
    }

    [Fact]
    public void A_query_of_ones_own_is_sent_as_it_is() => Expect(
        "Search-IntercomContact -Query @{ operator = 'OR'; value = @{ field = 'role'; operator = '='; value = 'lead' }, @{ field = 'custom_attributes.Plan Name'; operator = '='; value = 'Pro' } }",
        contact => contact.Role == "lead" || _module.Run($"(Get-IntercomContact {contact.Id}).CustomAttributes['Plan Name']").Output is [{ BaseObject: "Pro" }]);

    private void Expect(string script, Func<SandboxContact, bool> condition)
    {
        string[] expected = [.. NewestFirst.Where(condition).Select(contact => contact.Id)];
        Assert.Equal(expected, _module.Ids(script));
    }
}
