using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Querying;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Planning;
using IntercomPS.Sandbox;
using Xunit;
using static IntercomPS.Tests.Querying.Planning.PlannedText;

namespace IntercomPS.Tests.Client;

/// <summary>The CX score, with and without a server that takes it for a filter.</summary>
[Collection(FakeTimeGroup.Name)]
public sealed class CxScoreSearchTests
{
    private static readonly Condition Low = Le("cx_score", 2L);

    [Fact]
    public async Task A_server_that_takes_the_filter_returns_the_rows_that_match_and_no_others()
    {
        using SandboxServer server = Start(accepts: true);
        using var connection = new SandboxConnection(server);
        var read = new List<Conversation>();

        List<Conversation> found = await connection.ReadAsync(Plan(Eq("cx_score", 1L, 2L)), observed: read.Add, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Scored(server, 1, 2), found.Select(conversation => conversation.Id).Order());
        Assert.Equal(found.Count, read.Count);
        Assert.Empty(connection.Observer.Notes);
    }

    [Fact]
    public async Task An_order_reads_no_more_than_its_bound()
    {
        using SandboxServer server = Start(accepts: true, strict: false);
        using var connection = new SandboxConnection(server);
        var read = new List<Conversation>();

        List<Conversation> found = await connection.ReadAsync(Plan(Low), observed: read.Add, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Scored(server, 1, 2), found.Select(conversation => conversation.Id).Order());
        Assert.All(read, conversation => Assert.InRange(conversation.CxScore!.Value, 1, 3));
    }

    [Fact]
    public async Task A_server_that_refuses_the_filter_gives_the_same_and_a_note()
    {
        using SandboxServer server = Start(accepts: false);
        using var connection = new SandboxConnection(server);

        List<string> found = await connection.ReadIdsAsync(Plan(Low), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Scored(server, 1, 2), found.Order());
        Assert.Contains("refused the filter on the CX score", Assert.Single(connection.Observer.Notes));
    }

    [Fact]
    public async Task Merged_searches_fall_back_together()
    {
        using SandboxServer server = Start(accepts: false);
        using var connection = new SandboxConnection(server);
        QueryPlan plan = Plan(Any(Low, Eq("channel_initiated", "email"), Ge("rating_replied_at", 1L)));

        List<string> found = await connection.ReadIdsAsync(plan, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            server.Workspace.Conversations.Where(conversation => conversation.CxScore <= 2 || conversation.Source.Type == "email" || conversation.Rating is not null).Select(conversation => conversation.Id),
            found.Order());
    }

    [Fact]
    public async Task Another_error_does_not_fall_back()
    {
        using var fixture = new ClientFixture(_ => Answers.Error(HttpStatusCode.Unauthorized, "unauthorized"), retries: 0);
        var reader = new PlanReader(fixture.Client, Plan(Low));

        IntercomException error = await Assert.ThrowsAsync<IntercomException>(() => fixture.RunAsync(async () =>
        {
            await foreach (IReadOnlyList<Conversation> page in reader.ReadAsync())
            {
                Assert.Fail("There is no page.");
            }

            return 0;
        }));

        Assert.Equal(ApiErrorKind.Unauthorized, error.Kind);
        Assert.NotNull(reader.Plan.Fallback);
        Assert.Empty(fixture.Observer.Notes);
    }

    [Fact]
    public async Task The_rating_of_the_customer_is_another_thing()
    {
        using SandboxServer server = Start(accepts: true);
        using var connection = new SandboxConnection(server);

        List<string> rated = await connection.ReadIdsAsync(Plan(Eq("rating", 1L)), cancellationToken: TestContext.Current.CancellationToken);
        List<string> scored = await connection.ReadIdsAsync(Plan(Eq("cx_score", 1L)), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(server.Workspace.Conversations.Where(conversation => conversation.Rating?.Rating == 1).Select(conversation => conversation.Id), rated.Order());
        Assert.Equal(Scored(server, 1, 1), scored.Order());
        Assert.NotEqual(rated.Order(), scored.Order());
    }

    [Fact]
    public void Only_the_score_is_tried_and_only_when_asked_for()
    {
        Assert.Equal(["custom_attributes.CX Score rating < 3 ? cx_score -le 2"], Of(Plan(Low)));
        Assert.Equal(["created_at > 0 ? cx_score -le 2"], Of(Plan(Low).Fallback!));
        Assert.Null(QueryPlan.Of(Low, ConversationSort.NewestFirst).Fallback);
        Assert.Null(Plan(Like("cx_score_explanation", "*refund*")).Fallback);
        Assert.Null(Plan(Eq("rating", 1L)).Fallback);
        Assert.False(Plan(Eq("rating", 1L)).AsksForCxScore);
        Assert.True(Plan(Like("cx_score_explanation", "*refund*")).AsksForCxScore);
    }

    [Theory]
    [InlineData("CX Score rating", "=", "1")]
    [InlineData("CX Score explanation", "~", "\"refund\"")]
    public async Task The_sandbox_refuses_both_attributes_unless_told_otherwise(string attribute, string name, string value)
    {
        QueryNode filter = QueryJson.Parse($$"""{"field":"custom_attributes.{{attribute}}","operator":"{{name}}","value":{{value}}}""");
        using SandboxServer refusing = Start(accepts: false);
        using var connection = new SandboxConnection(refusing);
        IntercomException error = await Assert.ThrowsAsync<IntercomException>(() => connection.ReadIdsAsync(QueryPlan.OfFilter(filter, ConversationSort.NewestFirst), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(ApiErrorKind.Rejected, error.Kind);

        using SandboxServer accepting = Start(accepts: true);
        using var other = new SandboxConnection(accepting);
        Assert.NotEmpty(await other.ReadIdsAsync(QueryPlan.OfFilter(filter, ConversationSort.NewestFirst), cancellationToken: TestContext.Current.CancellationToken));
    }

    private static QueryPlan Plan(Condition condition) => QueryPlan.Of(condition, ConversationSort.NewestFirst, tryServerCxFilter: true);

    private static IEnumerable<string> Scored(SandboxServer server, int least, int most) =>
        server.Workspace.Conversations.Where(conversation => conversation.CxScore >= least && conversation.CxScore <= most).Select(conversation => conversation.Id);

    private static SandboxServer Start(bool accepts, bool strict = true) =>
        SandboxServer.Start(new SandboxOptions { Conversations = 300, Seed = 4, RateLimit = 0, AcceptCxScoreFilter = accepts, StrictComparison = strict });
}
