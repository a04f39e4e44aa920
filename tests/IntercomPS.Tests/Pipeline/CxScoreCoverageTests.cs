using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;
using IntercomPS.Pipeline;
using IntercomPS.Querying;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Planning;
using IntercomPS.Sandbox;
using IntercomPS.Tests.Client;
using Xunit;
using static IntercomPS.Tests.Querying.Planning.PlannedText;

namespace IntercomPS.Tests.Pipeline;

public sealed class CxScoreCoverageTests
{
    private static readonly Condition InTime = Ge("created_at", 1_600_000_000L);

    [Fact]
    public void A_search_without_a_time_warns_that_everything_is_read() =>
        Assert.Contains("whole workspace", Assert.Single(WarningsAtStart(Le("cx_score", 2L))));

    [Fact]
    public void No_time_at_all_is_no_bound() =>
        Assert.Single(WarningsAtStart(All(Le("cx_score", 2L), Eq("waiting_since", [null]))));

    [Fact]
    public void A_time_on_one_side_of_an_or_bounds_nothing() =>
        Assert.Single(WarningsAtStart(Any(Le("cx_score", 2L), InTime)));

    [Fact]
    public void A_search_in_a_time_or_without_the_score_does_not_warn()
    {
        Assert.Empty(WarningsAtStart(All(Le("cx_score", 2L), InTime)));
        Assert.Empty(WarningsAtStart(All(Le("cx_score", 2L), Ge("closed_at", 1_600_000_000L))));
        Assert.Empty(WarningsAtStart(Eq("rating", 1L)));
    }

    [Fact]
    public async Task A_refused_filter_without_a_time_warns_once_it_is_refused()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 60, RateLimit = 0 });
        var messages = new RecordedMessages();
        await ListAsync(server, messages, QueryPlan.Of(Le("cx_score", 2L), ConversationSort.NewestFirst, tryServerCxFilter: true));

        Assert.Contains("whole workspace", Assert.Single(messages.Take<string>(PipelineMessageKind.Warning)));
    }

    [Fact]
    public async Task A_filter_that_the_server_takes_warns_of_nothing()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 60, RateLimit = 0, AcceptCxScoreFilter = true });
        var messages = new RecordedMessages();
        await ListAsync(server, messages, QueryPlan.Of(Le("cx_score", 2L), ConversationSort.NewestFirst, tryServerCxFilter: true));

        Assert.Empty(messages.Take<string>(PipelineMessageKind.Warning));
    }

    [Theory]
    [InlineData(true, "2.15")]
    [InlineData(false, "2.13")]
    public async Task Where_nothing_is_scored_one_warning_gives_the_three_reasons(bool noScores, string version)
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 60, RateLimit = 0, NoCxScores = noScores });
        var messages = new RecordedMessages();
        await ListAsync(server, messages, QueryPlan.Of(All(Le("cx_score", 2L), InTime), ConversationSort.NewestFirst), version);

        string warning = Assert.Single(messages.Take<string>(PipelineMessageKind.Warning));
        Assert.Contains("Not one of the 60 conversations", warning);
        Assert.Contains("none of them was scored", warning);
        Assert.Contains("turned off", warning);
        Assert.Contains($"2.14, this session asks for {version}", warning);
    }

    [Fact]
    public async Task Where_some_are_scored_or_nothing_is_read_there_is_no_warning()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 60, RateLimit = 0 });
        var messages = new RecordedMessages();
        await ListAsync(server, messages, QueryPlan.Of(All(Gt("cx_score", 5L), InTime), ConversationSort.NewestFirst));
        await ListAsync(server, messages, QueryPlan.Of(All(Le("cx_score", 2L), Lt("created_at", 1_000L)), ConversationSort.NewestFirst));

        Assert.Empty(messages.Take<string>(PipelineMessageKind.Warning));
    }

    [Fact]
    public async Task What_two_searches_find_is_counted_once()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 60, RateLimit = 0, NoCxScores = true });
        var messages = new RecordedMessages();
        var everything = new PlannedSearch(ConversationQuery.Everything, AllOf.Nothing, []);
        await ListAsync(server, messages, new QueryPlan { Searches = [everything, everything], Sort = ConversationSort.NewestFirst, AsksForCxScore = true });

        Assert.Contains("Not one of the 60 conversations", messages.Take<string>(PipelineMessageKind.Warning)[^1]);
    }

    private static IReadOnlyList<string> WarningsAtStart(Condition condition)
    {
        var messages = new RecordedMessages();
        CxScoreCoverage.Begin(QueryPlan.Of(condition, ConversationSort.NewestFirst), new WorkContext(null!, messages.Writer, null!, null!));
        return messages.Take<string>(PipelineMessageKind.Warning);
    }

    private static async Task ListAsync(SandboxServer server, RecordedMessages messages, QueryPlan plan, string version = "2.15")
    {
        using var connection = new SandboxConnection(server, version);
        using var http = new HttpClient();
        var session = new IntercomSession(http, null!) { ApiVersion = version };
        var context = new WorkContext(connection.Client, messages.Writer, null!, session);
        await ConversationListing.WriteAsync(context, plan, new PagingRange(0, null, null), TestContext.Current.CancellationToken);
    }
}
