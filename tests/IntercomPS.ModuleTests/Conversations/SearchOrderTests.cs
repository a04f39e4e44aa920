using System;
using System.Linq;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

public sealed class SearchOrderTests : IClassFixture<SharedWorkspace>
{
    private readonly ConnectedModule _module;

    public SearchOrderTests(SharedWorkspace shared) => _module = shared.Module;

    [Theory]
    [InlineData("CreatedAt")]
    [InlineData("UpdatedAt")]
    [InlineData("WaitingSince")]
    [InlineData("ClosedAt")]
    public void Newest_come_first_and_with_Ascending_last(string field)
    {
        IOrderedEnumerable<SandboxConversation> ascending = _module.NewestFirst
            .OrderBy(c => KeyOf(c, field))
            .ThenBy(c => c.Id, StringComparer.Ordinal);
        string[] expected = [.. ascending.Select(c => c.Id)];

        Assert.Equal(expected, _module.Ids($"Search-IntercomConversation -SortBy {field} -Ascending"));
        Assert.Equal(expected.Reverse(), _module.Ids($"Search-IntercomConversation -SortBy {field}"));
    }

    [Fact]
    public void The_first_few_of_a_filtered_search_are_its_newest() =>
        Assert.Equal(
            _module.NewestFirst.Where(c => c.Rating is not null).OrderByDescending(c => c.UpdatedAt).ThenByDescending(c => c.Id, StringComparer.Ordinal).Take(7).Select(c => c.Id),
            _module.Ids("Search-IntercomConversation -Rating 1, 2, 3, 4, 5 -SortBy UpdatedAt -First 7"));

    private static long KeyOf(SandboxConversation conversation, string field) => (field switch
    {
        "CreatedAt" => conversation.CreatedAt,
        "UpdatedAt" => conversation.UpdatedAt,
        "WaitingSince" => conversation.WaitingSince,
        _ => conversation.Statistics?.LastCloseAt,
    })?.ToUnixTimeSeconds() ?? 0;
}
