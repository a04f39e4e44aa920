using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

/// <summary>Raw queries, in every form that a script may hold one.</summary>
public sealed class SearchQueryTests : IClassFixture<SharedWorkspace>
{
    private static readonly Dictionary<string, Func<SandboxConversation, bool>> Queries = new()
    {
        ["@{ field = 'state'; operator = '='; value = 'snoozed' }"] = c => c.State == "snoozed",
        ["([ordered]@{ operator = '!='; value = 'closed'; field = 'state' })"] = c => c.State != "closed",
        ["([pscustomobject]@{ field = 'read'; operator = '='; value = $true })"] = c => c.Read,
        ["""'{"field":"conversation_rating.score","operator":"IN","value":[1,2]}'"""] = c => c.Rating?.Rating is 1 or 2,
        ["@{ field = 'source.type'; operator = 'NIN'; value = 'email', 'conversation' }"] = c => c.Source.Type is not ("email" or "conversation"),
        ["@{ field = 'source.subject'; operator = '~'; value = 'refund' }"] = c => c.Source.Subject.Contains("refund", StringComparison.OrdinalIgnoreCase),
        ["@{ field = 'source.author.email'; operator = '$'; value = '@example.org' }"] = c => c.Source.Author.Email?.EndsWith("@example.org", StringComparison.Ordinal) == true,
        ["@{ field = 'custom_attributes.Order Number'; operator = '^'; value = 'ORD-1' }"] =
            c => c.CustomAttributes.TryGetValue("Order Number", out object? order) && ((string)order).StartsWith("ORD-1", StringComparison.Ordinal),
        ["@{ field = 'custom_attributes.Topic (AI)'; operator = '='; value = 'Billing' }"] = c => c.FindAttribute("Topic (AI)") is "Billing",
        ["@{ operator = 'AND'; value = @(@{ field = 'state'; operator = '='; value = 'closed' }, @{ field = 'read'; operator = '='; value = $false }) }"] =
            c => c.State == "closed" && !c.Read,
        ["""
        '{"operator":"OR","value":[
            {"operator":"AND","value":[{"field":"state","operator":"=","value":"open"},{"field":"ai_agent_participated","operator":"=","value":true}]},
            {"field":"statistics.count_reopens","operator":">","value":1}]}'
        """] = c => (c.State == "open" && c.AiAgent is not null) || c.Statistics?.CountReopens >= 1,
    };

    private readonly ConnectedModule _module;

    public SearchQueryTests(SharedWorkspace shared) => _module = shared.Module;

    public static TheoryData<string> Raw => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Raw))]
    public void A_raw_query_is_sent_as_it_is(string query)
    {
        string[] expected = [.. _module.NewestFirst.Where(Queries[query]).Select(c => c.Id)];
        Assert.InRange(expected.Length, 1, _module.NewestFirst.Count - 1);

        Assert.Equal(expected, _module.Ids($"Search-IntercomConversation -Query {query}"));
    }

    [Fact]
    public void A_raw_query_can_be_sorted_and_cut() =>
        Assert.Equal(
            _module.NewestFirst.Reverse().Where(c => c.State == "closed").Take(5).Select(c => c.Id),
            _module.Ids("Search-IntercomConversation -Query @{ field = 'state'; operator = '='; value = 'closed' } -Ascending -First 5"));
}
