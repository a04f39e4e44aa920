using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Querying;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Planning;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.Tests.Client.Slicing;

/// <summary>Large results, read in slices: what comes, in which order, and what is asked for it.</summary>
public sealed class SlicedSearchTests
{
    private static readonly QueryFilter Closed = new("state", SearchOperator.EqualTo, "closed");
    private static readonly QueryFilter Unread = new("read", SearchOperator.EqualTo, false);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> Servers => new()
    {
        { "plain", false }, { "plain", true }, { "inclusive", false }, { "inclusive", true }, { "pagesLast", true }, { "nextAsUrl", false },
        { "busy", false }, { "busy", true }, { "refusedCursors", false }, { "refusedCursors", true }, { "unsorted", true },
        { "aSecond", false }, { "aSecond", true }, { "aMinute", false }, { "aMinute", true }, { "drifting", true },
    };

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Every_conversation_comes_once_and_the_newest_first(string kind, bool exact)
    {
        using SandboxServer server = SlicedWorkspace.Start(options => Of(kind, options));
        using var connection = new SandboxConnection(server);

        List<Conversation> found = await connection.ReadAsync(QueryPlan.Everything, new PlanReading { InExactOrder = exact }, Cancellation);

        Assert.Equal(SlicedWorkspace.NewestFirst(server).Select(one => one.Id), found.Select(one => one.Id));
    }

    [Fact]
    public async Task A_server_that_keeps_no_order_loses_and_repeats_nothing()
    {
        using SandboxServer server = SlicedWorkspace.Start(options => Of("unsorted", options));
        using var connection = new SandboxConnection(server);

        List<string> found = await connection.ReadIdsAsync(QueryPlan.Everything, cancellationToken: Cancellation);

        Assert.Equal(SlicedWorkspace.NewestFirst(server).Select(one => one.Id).Order(), found.Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Several_merged_searches_are_cut_too(bool exact)
    {
        using SandboxServer server = SlicedWorkspace.Start();
        using var connection = new SandboxConnection(server);
        var plan = new QueryPlan
        {
            Sort = ConversationSort.NewestFirst,
            Searches = new[] { Closed, Unread }.Select(filter => new PlannedSearch(filter, AllOf.Nothing, [])).ToList(),
        };

        List<Conversation> found = await connection.ReadAsync(plan, new PlanReading { InExactOrder = exact }, Cancellation);

        Assert.Equal(
            SlicedWorkspace.NewestFirst(server).Where(one => one.State == "closed" || !one.Read).Select(one => one.Id), found.Select(one => one.Id));
    }

    [Fact]
    public async Task The_oldest_come_first_where_that_is_asked_for()
    {
        using SandboxServer server = SlicedWorkspace.Start();
        using var connection = new SandboxConnection(server);
        var ascending = new ConversationSort(ConversationSortField.CreatedAt, Ascending: true);

        List<string> found = await connection.ReadIdsAsync(QueryPlan.OfFilter(ConversationQuery.Everything, ascending), cancellationToken: Cancellation);

        Assert.Equal(Enumerable.Reverse(SlicedWorkspace.NewestFirst(server)).Select(one => one.Id), found);
    }

    [Fact]
    public async Task What_is_checked_here_is_checked_in_every_slice()
    {
        using SandboxServer server = SlicedWorkspace.Start();
        using var connection = new SandboxConnection(server);
        DateTimeOffset after = SlicedWorkspace.Present.AddDays(-100);
        DateTimeOffset before = SlicedWorkspace.Present.AddDays(-20);
        var criteria = new ConversationCriteria { Created = new TimeRange(after, before, "Created"), CxScoreAbove = 0 };

        List<string> found = await connection.ReadIdsAsync(
            QueryPlan.Of(CriteriaTranslator.Translate(criteria), ConversationSort.NewestFirst), cancellationToken: Cancellation);

        Assert.Equal(
            SlicedWorkspace.NewestFirst(server).Where(one => one.CreatedAt >= after && one.CreatedAt < before && one.CxScore is not null).Select(one => one.Id),
            found);
        Assert.NotEmpty(found);
    }

    [Fact]
    public async Task Slices_are_read_side_by_side_and_cost_few_requests_more_than_pages()
    {
        using SandboxServer server = SlicedWorkspace.Start(options => Of("slow", options));
        using var connection = new SandboxConnection(server);

        await connection.ReadIdsAsync(QueryPlan.Everything, cancellationToken: Cancellation);

        Assert.InRange(server.Counters.MaxConcurrency, 8, 40);
        Assert.InRange(server.Counters.Total, SlicedWorkspace.Size / 150, SlicedWorkspace.Size / 150 * 1.4);
    }

    [Fact]
    public async Task A_result_of_few_pages_is_one_search()
    {
        using SandboxServer server = SlicedWorkspace.Start(options => Of("small", options));
        using var connection = new SandboxConnection(server);

        List<string> found = await connection.ReadIdsAsync(QueryPlan.Everything, cancellationToken: Cancellation);

        Assert.Equal(1_500, found.Count);
        Assert.Equal(10, server.Counters.Total);
    }

    [Theory]
    [InlineData(150, 1)]
    [InlineData(1_500, 10)]
    [InlineData(1_501, 16)]
    [InlineData(3_000, 26)]
    public async Task The_first_ones_cost_hardly_more_than_their_pages(int first, int requests)
    {
        using SandboxServer server = SlicedWorkspace.Start();
        using var connection = new SandboxConnection(server);

        List<string> found = await connection.ReadIdsAsync(QueryPlan.Everything, first, Cancellation);

        Assert.Equal(SlicedWorkspace.NewestFirst(server).Take(first).Select(one => one.Id), found);
        Assert.InRange(server.Counters.Total, (first + 149) / 150, requests);
    }

    [Fact]
    public async Task The_first_page_comes_after_the_first_request()
    {
        using SandboxServer server = SlicedWorkspace.Start();
        using var connection = new SandboxConnection(server);
        await using IAsyncEnumerator<IReadOnlyList<Conversation>> pages =
            new PlanReader(connection.Client, QueryPlan.Everything).ReadAsync(Cancellation).GetAsyncEnumerator(Cancellation);

        Assert.True(await pages.MoveNextAsync());

        Assert.Equal(150, pages.Current.Count);
        Assert.InRange(server.Counters.Total, 1, 2); // the page, and the question for the oldest conversation
    }

    private static SandboxOptions Of(string kind, SandboxOptions standard) => new()
    {
        Conversations = kind == "small" ? 1_500 : standard.Conversations,
        Seed = standard.Seed,
        RateLimit = 0,
        Latency = TimeSpan.FromMilliseconds(kind == "slow" ? 100 : 0),
        Now = standard.Now,
        FaultRate = standard.FaultRate,
        StrictComparison = kind != "inclusive",
        PagesLast = kind == "pagesLast",
        NextAsUrl = kind == "nextAsUrl",
        IgnoreSort = kind == "unsorted",
        History = kind switch { "aSecond" => TimeSpan.FromSeconds(1), "aMinute" => TimeSpan.FromMinutes(1), _ => standard.History },
        Faults = kind switch
        {
            "busy" => SandboxFault.MovingRows,
            "refusedCursors" => SandboxFault.RefusedCursor,
            "drifting" => SandboxFault.DriftingTotal,
            _ => SandboxFault.None,
        },
    };
}
