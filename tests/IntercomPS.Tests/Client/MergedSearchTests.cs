using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Querying;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Planning;
using IntercomPS.Sandbox;
using IntercomPS.Tests.Sandbox;
using Xunit;

namespace IntercomPS.Tests.Client;

/// <summary>Several searches read as one, against a sandbox over loopback.</summary>
[Collection(FakeTimeGroup.Name)]
public sealed class MergedSearchTests : IClassFixture<SandboxFixture>
{
    private static readonly QueryFilter Closed = new("state", SearchOperator.EqualTo, "closed");
    private static readonly QueryFilter Unread = new("read", SearchOperator.EqualTo, false);
    private static readonly QueryFilter Nothing = new("state", SearchOperator.EqualTo, "nowhere");
    private static readonly QueryFilter Unknown = new("id", SearchOperator.GreaterThan, "1");

    private readonly SandboxFixture _sandbox;

    public MergedSearchTests(SandboxFixture sandbox)
    {
        _sandbox = sandbox;
    }

    public static TheoryData<int, bool> Orders { get; } = new() { { 0, true }, { 0, false }, { 1, true }, { 1, false }, { 2, true }, { 2, false }, { 3, true }, { 3, false } };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Overlapping_searches_come_once_each_in_the_order_asked_for(int field, bool ascending)
    {
        var sort = new ConversationSort((ConversationSortField)field, ascending);
        using var connection = new SandboxConnection(_sandbox.Server);

        List<Conversation> found = await connection.ReadAsync(Plan(sort, Closed, Unread, Nothing), cancellationToken: TestContext.Current.CancellationToken);

        List<long> keys = found.Select(conversation => sort.KeyOf(conversation) ?? 0).ToList();
        Assert.Equal(Expected(_sandbox.Workspace).Order(), found.Select(conversation => conversation.Id).Order());
        Assert.Equal(ascending ? keys.Order() : keys.OrderDescending(), keys);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Equal_keys_come_in_the_order_of_a_single_search(int field, bool ascending)
    {
        var sort = new ConversationSort((ConversationSortField)field, ascending);
        using var connection = new SandboxConnection(_sandbox.Server);
        QueryPlan single = QueryPlan.OfFilter(new QueryGroup(QueryGroup.Or, [Closed, Unread]), sort);

        Assert.Equal(
            await connection.ReadIdsAsync(single, cancellationToken: TestContext.Current.CancellationToken),
            await connection.ReadIdsAsync(Plan(sort, Closed, Unread), cancellationToken: TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(151)]
    public async Task The_first_few_are_those_of_all_searches_together(int first)
    {
        using var connection = new SandboxConnection(_sandbox.Server);
        List<Conversation> all = await connection.ReadAsync(Plan(ConversationSort.NewestFirst, Closed, Unread), cancellationToken: TestContext.Current.CancellationToken);

        List<Conversation> few = await connection.ReadAsync(Plan(ConversationSort.NewestFirst, Closed, Unread), first, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(first, few.Count);
        Assert.Equal(all.Take(first).Select(conversation => conversation.CreatedAt), few.Select(conversation => conversation.CreatedAt));
    }

    [Fact]
    public async Task None_wanted_sends_nothing()
    {
        using var connection = new SandboxConnection(_sandbox.Server);

        Assert.Empty(await connection.ReadIdsAsync(Plan(ConversationSort.NewestFirst, Closed, Unread), 0, TestContext.Current.CancellationToken));
        Assert.Empty(connection.Observer.Requests);
    }

    [Fact]
    public async Task A_plan_without_searches_is_one_empty_page_and_counts_none()
    {
        using var connection = new SandboxConnection(_sandbox.Server);
        var reader = new PlanReader(connection.Client, QueryPlan.Of(AnyOf.Nothing, ConversationSort.NewestFirst));
        int pages = 0;
        await foreach (IReadOnlyList<Conversation> page in reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            Assert.Empty(page);
            pages++;
        }

        Assert.Equal((1, 0L, 0), (pages, reader.TotalCount, connection.Observer.Requests.Count));
    }

    [Fact]
    public async Task The_count_is_that_of_all_searches_and_known_with_the_first_page()
    {
        using var connection = new SandboxConnection(_sandbox.Server);
        var reader = new PlanReader(connection.Client, Plan(ConversationSort.NewestFirst, Closed, Unread, Nothing));
        Assert.Null(reader.TotalCount);
        await foreach (IReadOnlyList<Conversation> page in reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            Assert.NotEmpty(page);
            break;
        }

        Assert.Equal(
            _sandbox.Workspace.Conversations.Count(conversation => conversation.State == "closed") + _sandbox.Workspace.Conversations.Count(conversation => !conversation.Read),
            reader.TotalCount);
    }

    [Fact]
    public async Task One_search_that_fails_ends_all_with_its_error()
    {
        using var connection = new SandboxConnection(_sandbox.Server);

        IntercomException error = await Assert.ThrowsAsync<IntercomException>(
            () => connection.ReadIdsAsync(Plan(ConversationSort.NewestFirst, Closed, Unknown, Unread), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(ApiErrorKind.Rejected, error.Kind);
        await NothingMoreIsAskedAsync(connection);
    }

    [Fact]
    public async Task A_search_that_fails_does_not_wait_for_one_that_hangs()
    {
        using var handler = new HangingHandler();
        using var fixture = new ClientFixture(handler);
        await fixture.Client.GetMeAsync(TestContext.Current.CancellationToken); // the quota is known: requests go side by side
        var merged = new MergedSearch(
            [new(fixture.Client, new ConversationQuery { Filter = Closed }), new(fixture.Client, new ConversationQuery { Filter = Unread })],
            ConversationSort.NewestFirst,
            first: null);

        IntercomException error = await Assert.ThrowsAsync<IntercomException>(() => fixture.RunAsync(async () =>
        {
            await foreach (IReadOnlyList<Conversation> page in merged.ReadAsync(TestContext.Current.CancellationToken))
            {
                Assert.Fail("There is no page.");
            }

            return 0;
        }));

        Assert.Equal(ApiErrorKind.Rejected, error.Kind);
        Assert.True(handler.WasCancelled);
    }

    [Fact]
    public async Task A_cancelled_search_leaves_nothing_under_way()
    {
        using var connection = new SandboxConnection(_sandbox.Server);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var reader = new PlanReader(connection.Client, Plan(ConversationSort.NewestFirst, ConversationQuery.Everything, Closed, Unread));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (IReadOnlyList<Conversation> page in reader.ReadAsync(stop.Token))
            {
                Assert.NotEmpty(page);
                stop.Cancel();
            }
        });

        await NothingMoreIsAskedAsync(connection);
    }

    [Theory]
    [InlineData(SandboxFault.TooManyRequestsRetryAfter, 0.3)]
    [InlineData(SandboxFault.Reset | SandboxFault.Truncated, 0.3)]
    [InlineData(SandboxFault.RefusedCursor, 1)]
    [InlineData(SandboxFault.EmptyServerError, 0.3)]
    public async Task Faults_change_neither_rows_nor_order(SandboxFault faults, double rate)
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions
        {
            Conversations = 400, Seed = 7, RateLimit = 0, Faults = faults, FaultRate = rate, Now = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
        });
        using var connection = new SandboxConnection(server);

        List<Conversation> found = await connection.ReadAsync(Plan(ConversationSort.NewestFirst, Closed, Unread), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Expected(server.Workspace).Order(), found.Select(conversation => conversation.Id).Order());
        Assert.Equal(found.Select(conversation => conversation.CreatedAt).OrderDescending(), found.Select(conversation => conversation.CreatedAt));
    }

    [Fact]
    public async Task Rows_that_move_while_they_are_read_come_once_and_none_is_lost()
    {
        using SandboxServer server = FaultySandbox.Start(SandboxFault.MovingRows);
        using var connection = new SandboxConnection(server);
        var sort = new ConversationSort(ConversationSortField.UpdatedAt, Ascending: false);

        List<string> found = await connection.ReadIdsAsync(Plan(sort, Closed, Unread), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Expected(server.Workspace).Order(), found.Order());
    }

    [Fact]
    public async Task No_search_runs_far_ahead_of_what_is_taken()
    {
        SearchServer server = SearchServer.With(3000);
        using var fixture = new ClientFixture(server.Answer);
        ConversationSearch[] searches = [Search(fixture), Search(fixture)];
        await using IAsyncEnumerator<IReadOnlyList<Conversation>> pages =
            new MergedSearch(searches, ConversationSort.NewestFirst, first: null).ReadAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await pages.MoveNextAsync());
        await fixture.Time.SettleAsync();

        // Each: the page that is taken, one that waits, one that wants to, and the one that is asked for meanwhile.
        Assert.InRange(fixture.Handler.Requests.Count, 2, 8);
    }

    private static ConversationSearch Search(ClientFixture fixture) => new(fixture.Client, new ConversationQuery { Filter = ConversationQuery.Everything });

    private static QueryPlan Plan(ConversationSort sort, params QueryNode[] filters) =>
        new() { Sort = sort, Searches = filters.Select(filter => new PlannedSearch(filter, AllOf.Nothing, [])).ToList() };

    private static IEnumerable<string> Expected(SandboxWorkspace workspace) =>
        workspace.Conversations.Where(conversation => conversation.State == "closed" || !conversation.Read).Select(conversation => conversation.Id);

    /// <summary>What was begun has ended by the time that reading has.</summary>
    private static async Task NothingMoreIsAskedAsync(SandboxConnection connection)
    {
        int asked = connection.Observer.Requests.Count;
        await new FakeTime().SettleAsync();
        Assert.Equal(asked, connection.Observer.Requests.Count);
    }

    /// <summary>Never answers a search for what is closed, and refuses every other one.</summary>
    private sealed class HangingHandler : HttpMessageHandler
    {
        private readonly TaskCompletionSource _hangs = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool WasCancelled { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is null)
            {
                return Answers.Json("""{"type":"admin","id":"1"}""").WithQuota(1600, FakeTime.Began.AddSeconds(7), 1667);
            }

            if (!(await request.Content.ReadAsStringAsync(cancellationToken)).Contains("closed", StringComparison.Ordinal))
            {
                await _hangs.Task;
                return Answers.Error(HttpStatusCode.BadRequest, "parameter_invalid");
            }

            _hangs.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                WasCancelled = true;
            }

            throw new InvalidOperationException("An endless wait ended.");
        }
    }
}
