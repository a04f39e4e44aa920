using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

/// <summary>-First, -Skip and -IncludeTotalCount: what comes out, and how little is asked for.</summary>
public sealed class SearchPagingTests : IClassFixture<SharedWorkspace>
{
    private readonly ConnectedModule _module;

    public SearchPagingTests(SharedWorkspace shared) => _module = shared.Module;

    [Theory]
    [InlineData("Search", "-First 1", 0, 1, "1")]
    [InlineData("Search", "-First 7", 0, 7, "7")]
    [InlineData("Search", "-First 150", 0, 150, "150")]
    [InlineData("Search", "-First 151", 0, 151, "150 1")]
    [InlineData("Search", "-First 390", 0, 390, "150 150 90")]
    [InlineData("Search", "-First 1000", 0, 400, "150 150 150")]
    [InlineData("Search", "-First 0", 0, 0, "")]
    [InlineData("Search", "-Skip 10 -First 5", 10, 5, "15")]
    [InlineData("Search", "-Skip 160 -First 5", 160, 5, "150 15")]
    [InlineData("Search", "-Skip 395", 395, 5, "150 150 150")]
    [InlineData("Search", "-Skip 500", 400, 0, "150 150 150")]
    [InlineData("Search", "", 0, 400, "150 150 150")]
    [InlineData("Get", "-First 12", 0, 12, "12")]
    [InlineData("Get", "-Skip 3 -First 2", 3, 2, "5")]
    [InlineData("Get", "", 0, 400, "150 150 150")]
    public void No_more_rows_are_asked_for_than_needed(string verb, string parameters, int skipped, int count, string rowsAskedFor)
    {
        IReadOnlyList<string> ids = [];
        IReadOnlyList<SandboxRequest> requests = _module.RequestsDuring(() => ids = _module.Ids($"{verb}-IntercomConversation {parameters}"));

        Assert.Equal(_module.NewestFirst.Skip(skipped).Take(count).Select(c => c.Id), ids);
        Assert.Equal(rowsAskedFor, string.Join(' ', requests.Select(request => request.RowsAskedFor)));
    }

    [Theory]
    [InlineData("Search-IntercomConversation -State Closed -IncludeTotalCount", 1.0, null)]
    [InlineData("Search-IntercomConversation -State Closed -IncludeTotalCount -First 2", 1.0, 2)]
    [InlineData("Search-IntercomConversation -State Closed -IncludeTotalCount -First 0", 1.0, 0)]
    [InlineData("Search-IntercomConversation -State Closed -IncludeTotalCount -First 2 -CreatedAfter '2020-01-01'", 0.9, 2)]
    public void The_total_count_comes_before_the_conversations(string script, double accuracy, int? first)
    {
        int total = _module.NewestFirst.Count(c => c.State == "closed");
        IReadOnlyList<PSObject> output = _module.Run(script).Succeeded();

        Assert.Equal((ulong)total, output[0].BaseObject);
        Assert.Equal(accuracy, ((PSPropertyInfo)output[0].Properties["Accuracy"]).Value);
        Assert.Equal(first ?? total, output.Count - 1);
    }

    [Fact]
    public void Of_a_page_of_rows_only_those_are_counted_that_match_the_very_bounds()
    {
        SandboxConversation bound = _module.NewestFirst[200];
        _module.Runspace.SetVariable("bound", bound.CreatedAt);

        Assert.Equal(
            _module.NewestFirst.Where(c => c.CreatedAt < bound.CreatedAt).Take(5).Select(c => c.Id),
            _module.Ids("Search-IntercomConversation -CreatedBefore $bound -First 5"));
    }

    [Fact]
    public void The_count_of_a_workspace_without_conversations_is_0()
    {
        using ConnectedModule empty = ConnectedModule.Start(new SandboxOptions { Conversations = 0, RateLimit = 0 });

        PSObject count = Assert.Single(empty.Run("Get-IntercomConversation -IncludeTotalCount").Succeeded());
        Assert.Equal("0", string.Format(CultureInfo.InvariantCulture, "{0}", count.BaseObject));
    }
}
