using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

/// <summary>What differs between the versions of the API stays the same for users, or is spelled as the version does.</summary>
public sealed class SearchVersionTests : IClassFixture<SharedWorkspace>
{
    private readonly ConnectedModule _module;

    public SearchVersionTests(SharedWorkspace shared) => _module = shared.Module;

    [Theory]
    [InlineData("2.10", "Priority", "low medium high urgent")]
    [InlineData("2.15", "Priority", "low medium high urgent")]
    [InlineData("2.15", "NotPriority", "none")]
    [InlineData("2.16", "None", "none")]
    [InlineData("2.16", "High", "high")]
    [InlineData("2.16", "low, URGENT", "low urgent")]
    public void Priorities_are_those_of_the_version(string version, string priority, string levels)
    {
        _module.Connect($"-ApiVersion {version}");
        string[] expected = [.. _module.NewestFirst.Where(c => levels.Split(' ').Contains(c.Priority)).Select(c => c.Id)];

        Assert.NotEmpty(expected);
        Assert.Equal(expected, _module.Ids($"Search-IntercomConversation -Priority {priority}"));
    }

    [Theory]
    [InlineData("2.10")]
    [InlineData("2.15")]
    [InlineData("2.16")]
    public void Unassigned_is_null_in_every_version(string version)
    {
        _module.Connect($"-ApiVersion {version}");
        string[] expected = [.. _module.NewestFirst.Where(c => c.AdminAssignee is null).Select(c => c.Id)];
        IReadOnlyList<PSObject> found = [];
        IReadOnlyList<SandboxRequest> requests = _module.RequestsDuring(
            () => found = _module.Run("Search-IntercomConversation -AssigneeId None").Succeeded());

        Assert.Equal(expected, found.Select(c => c.Properties["Id"].Value));
        Assert.All(found, c => Assert.Null(c.Properties["AdminAssigneeId"].Value));
        Assert.All(requests, request => Assert.Equal(version, request.ApiVersion));
    }

    [Fact]
    public void Unassigned_as_the_text_0_is_null_too()
    {
        using ConnectedModule module = ConnectedModule.Start(new SandboxOptions
        {
            Conversations = 60, Now = ConnectedModule.Present, RateLimit = 0, UnassignedAsText = true, PerPageAsString = true, PagesLast = true,
        });

        Assert.Equal(
            module.NewestFirst.Select(c => (c.AdminAssignee?.Id, c.TeamAssignee?.Id)),
            module.Run("Search-IntercomConversation").Succeeded().Select(c =>
                ((string?)c.Properties["AdminAssigneeId"].Value, (string?)c.Properties["TeamAssigneeId"].Value)));
    }

    [Fact]
    public void A_page_shows_its_next_one_in_any_of_the_forms_that_were_seen()
    {
        foreach (SandboxOptions options in new SandboxOptions[]
        {
            new() { Conversations = 350, RateLimit = 0, PagesLast = true, OmitNextAtEnd = true },
            new() { Conversations = 350, RateLimit = 0, NextAsUrl = true },
            new() { Conversations = 350, RateLimit = 0, ChunkedAnswers = true, IgnoreSort = true },
        })
        {
            using ConnectedModule module = ConnectedModule.Start(options);
            Assert.Equal(module.NewestFirst.Select(c => c.Id).Order(StringComparer.Ordinal), module.Ids("Search-IntercomConversation").Order(StringComparer.Ordinal));
        }
    }
}
