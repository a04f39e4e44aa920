using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Querying;
using Xunit;
using static IntercomPS.Tests.Client.SearchReading;

namespace IntercomPS.Tests.Client;

/// <summary>The pages of a search: in order, ahead of time, as few as are wanted.</summary>
[Collection(FakeTimeGroup.Name)]
public sealed class ConversationSearchTests
{
    [Fact]
    public async Task Every_page_is_read_in_order_and_the_total_is_known()
    {
        SearchServer server = SearchServer.With(400);
        using var fixture = new ClientFixture(server.Answer);
        var search = new ConversationSearch(fixture.Client, new ConversationQuery { Filter = ConversationQuery.Everything });

        List<string> ids = await ReadAsync(fixture, search);

        Assert.Equal(Ids(400), ids);
        Assert.Equal(400, search.TotalCount);
        Assert.Equal([150, 150, 150], fixture.Handler.Requests.Select(request => request.PageSize));
    }

    [Fact]
    public async Task The_next_page_is_asked_for_while_the_present_one_is_still_coming()
    {
        SearchServer server = SearchServer.With(200);
        GatedStream? gated = null;
        using var fixture = new ClientFixture(request =>
        {
            string page = server.Page(request).ToJsonString();
            if (request.Number > 1)
            {
                return Answers.Json(page);
            }

            byte[] bytes = Encoding.UTF8.GetBytes(page);
            gated = new GatedStream(bytes[..300], bytes[300..]);
            return Answers.Stream(gated);
        });

        var search = new ConversationSearch(fixture.Client, new ConversationQuery { Filter = ConversationQuery.Everything });
        Task<List<string>> reading = Task.Run(() => CollectAsync(search), TestContext.Current.CancellationToken);
        await FakeTime.UntilAsync(() => fixture.Handler.Requests.Count == 2);

        Assert.True(gated!.IsBlocked);
        gated.Open();
        Assert.Equal(Ids(200), await reading);
    }

    [Theory]
    [InlineData(1, new[] { 1 })]
    [InlineData(20, new[] { 20 })]
    [InlineData(150, new[] { 150 })]
    [InlineData(170, new[] { 150, 20 })]
    [InlineData(0, new int[0])]
    public async Task The_first_few_ask_for_no_more_than_they_need(int first, int[] sizes)
    {
        using var fixture = new ClientFixture(SearchServer.With(400).Answer);

        List<string> ids = await ReadAsync(
            fixture, new ConversationSearch(fixture.Client, new ConversationQuery { Filter = ConversationQuery.Everything }, new SearchSettings { First = first }));

        Assert.Equal(Ids(400).Take(first), ids);
        Assert.Equal(sizes, fixture.Handler.Requests.Select(request => request.PageSize));
    }

    [Fact]
    public async Task The_first_few_of_which_few_match_do_not_take_a_request_each()
    {
        using var fixture = new ClientFixture(SearchServer.With(1000).Answer);
        var query = new ConversationQuery
        {
            Filter = ConversationQuery.Everything,
            Conditions = [conversation => long.Parse(conversation.Id, null) <= 100],
        };

        List<string> ids = await ReadAsync(fixture, new ConversationSearch(fixture.Client, query, new SearchSettings { First = 1 }));

        Assert.Equal(["100"], ids);
        Assert.InRange(fixture.Handler.Requests.Count, 2, 12);
    }

    [Fact]
    public async Task An_empty_result_is_one_empty_page()
    {
        using var fixture = new ClientFixture(SearchServer.With(0).Answer);
        var search = new ConversationSearch(fixture.Client, new ConversationQuery { Filter = ConversationQuery.Everything });
        int pages = 0;
        await foreach (IReadOnlyList<Conversation> page in search.ReadAsync(TestContext.Current.CancellationToken))
        {
            Assert.Empty(page);
            pages++;
        }

        Assert.Equal((1, 0L), (pages, search.TotalCount));
    }

    [Fact]
    public async Task A_server_that_tells_no_total_leaves_it_unknown()
    {
        using var fixture = new ClientFixture(_ => Answers.Json("""{"conversations":[{"id":"1"}]}"""));
        var search = new ConversationSearch(fixture.Client, new ConversationQuery { Filter = ConversationQuery.Everything });

        Assert.Equal(["1"], await ReadAsync(fixture, search));
        Assert.Null(search.TotalCount);
    }

    [Fact]
    public async Task An_empty_page_in_the_middle_does_not_end_the_search()
    {
        using var fixture = new ClientFixture(request => Answers.Json(request.Number switch
        {
            1 => """{"pages":{"next":{"starting_after":"a"}},"conversations":[{"id":"1"}]}""",
            2 => """{"pages":{"next":{"starting_after":"b"}},"conversations":[]}""",
            _ => """{"conversations":[{"id":"2"}]}""",
        }));

        Assert.Equal(["1", "2"], await ReadAllAsync(fixture));
    }

    [Fact]
    public async Task Empty_pages_without_end_are_an_error_and_no_shorter_result()
    {
        using var fixture = new ClientFixture(request =>
            Answers.Json($$$"""{"pages":{"next":{"starting_after":"c{{{request.Number}}}"}},"conversations":[]}"""));

        IntercomException error = await Assert.ThrowsAsync<IntercomException>(() => ReadAllAsync(fixture));

        Assert.Equal(ApiErrorKind.Unavailable, error.Kind);
        Assert.InRange(fixture.Handler.Requests.Count, 2, 102);
    }

    [Fact]
    public async Task A_server_that_passes_over_the_cursor_is_an_error_and_no_endless_loop()
    {
        using var fixture = new ClientFixture(_ => Answers.Json("""{"pages":{"next":{"starting_after":"same"}},"conversations":[{"id":"1"}]}"""));

        IntercomException error = await Assert.ThrowsAsync<IntercomException>(() => ReadAllAsync(fixture));

        Assert.Equal(ApiErrorKind.Unavailable, error.Kind);
    }
}
