using System;
using System.Linq;
using System.Threading.Tasks;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

/// <summary>Pages go down the pipeline as they come, and who has enough stops the requests.</summary>
public sealed class StreamingTests : IDisposable
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(400);

    private readonly ConnectedModule _module = ConnectedModule.Start(new SandboxOptions { Conversations = 1500, RateLimit = 0, Latency = Latency });

    public StreamingTests()
    {
        _module.Runspace.SetVariable("selectFirst", typeof(SelectFirstObjectCommand).Assembly);
        _module.Run("Import-Module -Assembly $selectFirst").Succeeded();
    }

    private int Searches => _module.Server.Counters.Recent.Count(request => request.Route == "/conversations/search");

    public void Dispose() => _module.Dispose();

    [Fact]
    public async Task The_first_object_comes_with_the_first_page_and_a_stop_ends_the_requests()
    {
        int askedAtFirstObject = 0;
        StoppedScript stopped = _module.Runspace.RunAndStop("Search-IntercomConversation", (_, output) =>
        {
            askedAtFirstObject = Searches;
            return output.Count > 0;
        });

        Assert.True(stopped.WasRunning);
        Assert.InRange(askedAtFirstObject, 1, 2);
        await AssertNoMoreRequests(3);
    }

    [Theory]
    [InlineData("Search-IntercomConversation", 1, 2)]
    [InlineData("Search-IntercomConversation", 200, 3)]
    [InlineData("Get-IntercomConversation", 1, 2)]
    public async Task Who_has_enough_stops_the_requests(string command, int count, int mostRequests)
    {
        string[] expected = [.. _module.NewestFirst.Take(count).Select(c => c.Id)];

        Assert.Equal(expected, _module.Ids($"{command} | Select-FirstObject {count}"));
        await AssertNoMoreRequests(mostRequests);
    }

    [Fact]
    public async Task Who_has_enough_threads_stops_fetching_them()
    {
        int fetchedAtOnce = 4;
        string[] ids = [.. _module.NewestFirst.Take(300).Select(c => c.Id)];
        _module.Runspace.SetVariable("ids", ids);

        Assert.Equal(ids.Take(1), _module.Ids($"$ids | Get-IntercomConversation -ThrottleLimit {fetchedAtOnce} | Select-FirstObject 1"));
        int fetched = await SettledCount("/conversations/{id}");
        Assert.InRange(fetched, 1, 3 * fetchedAtOnce);
    }

    [Fact]
    public void The_command_after_a_stopped_one_works()
    {
        Assert.Single(_module.Ids("Search-IntercomConversation | Select-FirstObject 1"));
        Assert.Equal(_module.NewestFirst.Take(2).Select(c => c.Id), _module.Ids("Search-IntercomConversation -First 2"));
    }

    private async Task AssertNoMoreRequests(int most) => Assert.InRange(await SettledCount("/conversations/search"), 1, most);

    /// <summary>Counts when any request that was still to come would have come.</summary>
    private async Task<int> SettledCount(string route)
    {
        await Task.Delay(3 * Latency, TestContext.Current.CancellationToken);
        return _module.Server.Counters.Recent.Count(request => request.Route == route);
    }
}
