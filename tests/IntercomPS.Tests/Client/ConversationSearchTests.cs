using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Querying;
using Xunit;

namespace IntercomPS.Tests.Client;

[Collection(FakeTimeGroup.Name)]
public sealed class ConversationSearchTests
{
    private static readonly ConversationSort ByUpdate = new(ConversationSortField.UpdatedAt, Ascending: false);

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
            fixture, new ConversationSearch(fixture.Client, new ConversationQuery { Filter = ConversationQuery.Everything }, first));

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

        List<string> ids = await ReadAsync(fixture, new ConversationSearch(fixture.Client, query, 1));

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

    [Fact]
    public async Task A_page_that_times_out_is_asked_for_smaller_and_grows_again()
    {
        SearchServer server = SearchServer.With(2000);
        using var fixture = new ClientFixture(request =>
            request.PageSize > 40 && request.Number < 8 ? Answers.Html(HttpStatusCode.GatewayTimeout) : server.Answer(request));

        Assert.Equal(Ids(2000), await ReadAllAsync(fixture));

        List<int> sizes = fixture.Handler.Requests.Select(request => request.PageSize).ToList();
        Assert.Equal([150, 75, 37], sizes.Take(3));
        Assert.Equal([37, 74, 148, 150], sizes.Skip(2).Distinct());
    }

    [Fact]
    public async Task A_time_out_in_the_middle_goes_on_from_the_same_cursor()
    {
        SearchServer server = SearchServer.With(400);
        using var fixture = new ClientFixture(new ScriptedHandler(async (request, token) =>
        {
            await Task.Delay(request.Number == 2 ? Timeout.Infinite : 0, token);
            return server.Answer(request);
        }));

        Assert.Equal(Ids(400), await ReadAllAsync(fixture, stepSeconds: 5));
        List<ScriptedRequest> requests = fixture.Handler.Requests.ToList();
        Assert.Equal(requests[1].Cursor, requests[2].Cursor);
        Assert.Equal((150, 75), (requests[1].PageSize, requests[2].PageSize));
        Assert.Contains(fixture.Observer.Retries, retry => retry.Reason.Contains("75 conversations", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_that_always_time_out_are_an_error_in_the_end()
    {
        using var fixture = new ClientFixture(_ => Answers.Html(HttpStatusCode.GatewayTimeout));

        IntercomException error = await Assert.ThrowsAsync<IntercomException>(() => ReadAllAsync(fixture));

        Assert.Equal((ApiErrorKind.TimedOut, 504), (error.Kind, error.StatusCode));
        Assert.Equal([150, 75, 37, 18, 9, 5, 5, 5], fixture.Handler.Requests.Select(request => request.PageSize));
        Assert.True(fixture.Time.GetUtcNow() - FakeTime.Began > TimeSpan.FromMinutes(1), "It gave up at once.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_cursor_goes_on_from_the_last_key_seen(bool isStrict)
    {
        SearchServer server = SearchServer.With(500, isStrict: isStrict);
        using var fixture = new ClientFixture(request =>
            request.Number == 3 ? Answers.Error(HttpStatusCode.BadRequest, "client_error", "Invalid starting_after param") : server.Answer(request));

        Assert.Equal(Ids(500), await ReadAllAsync(fixture));

        JsonNode restart = fixture.Handler.Requests.ElementAt(3).Json!;
        Assert.Null(restart["pagination"]!["starting_after"]);
        Assert.Equal(
            $$"""{"operator":"AND","value":[{"field":"created_at","operator":"\u003E","value":0},{"field":"created_at","operator":"\u003C","value":{{SearchServer.FirstSecond + 202}}}]}""",
            restart["query"]!.ToJsonString());
    }

    [Fact]
    public async Task Rows_of_one_second_that_span_pages_survive_a_refused_cursor()
    {
        SearchServer server = SearchServer.With(0);
        server.Rows.AddRange(Enumerable.Range(1, 500).Select(number => new SearchServer.Row($"{number}", SearchServer.FirstSecond, SearchServer.FirstSecond)));
        using var fixture = new ClientFixture(request =>
            request.Number == 3 ? Answers.Error(HttpStatusCode.BadRequest, "client_error", "Invalid starting_after param") : server.Answer(request));

        List<string> ids = await ReadAllAsync(fixture);

        Assert.Equal(500, ids.Count);
        Assert.Equal(500, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_server_that_passes_over_the_sort_is_begun_anew()
    {
        SearchServer server = SearchServer.With(500, sorts: false);
        using var fixture = new ClientFixture(request =>
            request.Number == 3 ? Answers.Error(HttpStatusCode.BadRequest, "client_error", "Invalid starting_after param") : server.Answer(request));

        List<string> ids = await ReadAllAsync(fixture);

        Assert.Equal(Enumerable.Range(1, 500).Select(number => $"{number}"), ids);
        Assert.Contains("does not keep the order", Assert.Single(fixture.Observer.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cursors_that_are_always_refused_are_an_error_in_the_end()
    {
        SearchServer server = SearchServer.With(500);
        using var fixture = new ClientFixture(request =>
            request.Cursor is not null ? Answers.Error(HttpStatusCode.BadRequest, "client_error", "Invalid starting_after param") : server.Answer(request));

        List<string> ids = await ReadAllAsync(fixture);

        // Each restart from the last key brings a page of its own.
        Assert.Equal(Ids(500), ids);
    }

    [Theory]
    [InlineData("AND15")]
    [InlineData("OR")]
    [InlineData("OR of AND")]
    [InlineData("AND of OR")]
    [InlineData("OR of OR")]
    public async Task A_restart_keeps_within_the_limits_of_a_query(string shape)
    {
        SearchServer server = SearchServer.With(500);
        QueryNode filter = new QueryFilter("id", SearchOperator.NotEqualTo, "x");
        QueryNode query = shape switch
        {
            "AND15" => new QueryGroup(QueryGroup.And, Enumerable.Repeat(filter, 15).ToList()),
            "OR" => new QueryGroup(QueryGroup.Or, [filter, filter]),
            "OR of AND" => new QueryGroup(QueryGroup.Or, [new QueryGroup(QueryGroup.And, [filter, filter]), filter]),
            "AND of OR" => new QueryGroup(QueryGroup.And, [new QueryGroup(QueryGroup.Or, [filter, filter]), filter]),
            _ => new QueryGroup(QueryGroup.Or, [new QueryGroup(QueryGroup.Or, [filter, filter]), filter]),
        };
        using var fixture = new ClientFixture(request =>
        {
            QueryLimits.Validate(QueryJson.Parse(request.Json!["query"]!.ToJsonString()));
            return request.Number == 3 ? Answers.Error(HttpStatusCode.BadRequest, "client_error", "Invalid starting_after param") : server.Answer(request);
        });

        List<string> ids = await ReadAsync(fixture, new ConversationSearch(fixture.Client, new ConversationQuery { Filter = query }));

        Assert.Equal(Ids(500), ids);
        // Only the last one leaves no room for the key, and begins anew.
        int withKey = fixture.Handler.Requests.Count(request => request.Body!.Contains("created_at\",\"operator", StringComparison.Ordinal));
        Assert.Equal(shape == "OR of OR", withKey == 0);
    }

    [Fact]
    public async Task Rows_without_the_key_of_the_sort_are_not_lost_by_a_restart()
    {
        SearchServer server = SearchServer.With(0);
        server.Rows.AddRange(Enumerable.Range(1, 400).Select(number => new SearchServer.Row(
            $"{number}", SearchServer.FirstSecond, SearchServer.FirstSecond, number % 2 == 0 ? SearchServer.FirstSecond + number : null)));
        using var fixture = new ClientFixture(request =>
            request.Number == 3 ? Answers.Error(HttpStatusCode.BadRequest, "client_error", "Invalid starting_after param") : server.Answer(request));
        var query = new ConversationQuery
        {
            Filter = ConversationQuery.Everything, Sort = new ConversationSort(ConversationSortField.WaitingSince, Ascending: true),
        };

        List<string> ids = await ReadAsync(fixture, new ConversationSearch(fixture.Client, query));

        Assert.Equal(400, ids.Count);
        Assert.Equal(400, ids.Distinct().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(900)]
    [InlineData(-900)]
    public async Task Rows_that_change_while_the_newest_changes_are_read_are_found(int skew)
    {
        SearchServer server = SearchServer.With(600);
        long now = FakeTime.Began.ToUnixTimeSeconds() + skew;
        using var fixture = new ClientFixture(request =>
        {
            HttpResponseMessage answer = server.Answer(request);
            if (request.Number == 1)
            {
                // The oldest ones change, and jump to the page that was read just now.
                server.Rows[..50].ForEach(row => server.Rows[server.Rows.IndexOf(row)] = row with { UpdatedAt = now });
            }

            return answer;
        });

        List<string> ids = await ReadAsync(fixture, new ConversationSearch(fixture.Client, new ConversationQuery { Filter = ConversationQuery.Everything, Sort = ByUpdate }));

        Assert.Equal(600, ids.Count);
        Assert.Equal(600, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_page_repeated_after_a_broken_body_loses_no_row_that_slid_over_its_end()
    {
        SearchServer server = SearchServer.With(400);
        using var fixture = new ClientFixture(request =>
        {
            string page = server.Page(request).ToJsonString();
            if (request.Number == 1)
            {
                // A new conversation comes in before the page is asked for again: its end moves by a row.
                server.Rows.Add(new SearchServer.Row("401", SearchServer.FirstSecond + 401, SearchServer.FirstSecond + 401));
                return Answers.Json(page[..^20]);
            }

            return Answers.Json(page);
        });

        Assert.Equal(Ids(401), await ReadAllAsync(fixture));
    }

    [Fact]
    public async Task Cancellation_in_the_middle_abandons_what_is_under_way()
    {
        SearchServer server = SearchServer.With(400);
        using var fixture = new ClientFixture(new ScriptedHandler(async (request, token) =>
        {
            await Task.Delay(request.Number > 1 ? Timeout.Infinite : 0, token);
            return server.Answer(request);
        }));
        using var stop = new CancellationTokenSource();
        var search = new ConversationSearch(fixture.Client, new ConversationQuery { Filter = ConversationQuery.Everything });
        Task reading = Task.Run(
            async () =>
            {
                await foreach (IReadOnlyList<Conversation> _ in search.ReadAsync(stop.Token))
                {
                }
            },
            TestContext.Current.CancellationToken);
        await FakeTime.UntilAsync(() => fixture.Handler.Requests.Count == 2);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, fixture.Handler.UnderWay);
    }

    [Fact]
    public async Task Who_stops_reading_abandons_the_page_asked_for_ahead()
    {
        SearchServer server = SearchServer.With(400);
        using var fixture = new ClientFixture(new ScriptedHandler(async (request, token) =>
        {
            await Task.Delay(request.Number > 1 ? Timeout.Infinite : 0, token);
            return server.Answer(request);
        }));
        var search = new ConversationSearch(fixture.Client, new ConversationQuery { Filter = ConversationQuery.Everything });
        await foreach (IReadOnlyList<Conversation> page in search.ReadAsync(TestContext.Current.CancellationToken))
        {
            Assert.Equal(150, page.Count);
            break;
        }

        Assert.Equal(0, fixture.Handler.UnderWay);
    }

    [Fact]
    public async Task An_error_surfaces_once_and_leaves_no_unobserved_one()
    {
        int unobserved = 0;
        void Count(object? sender, UnobservedTaskExceptionEventArgs arguments) =>
            unobserved += arguments.Exception.ToString().Contains("unobserved-mark", StringComparison.Ordinal) ? 1 : 0;
        TaskScheduler.UnobservedTaskException += Count;
        SearchServer server = SearchServer.With(400);
        using (var fixture = new ClientFixture(request =>
            request.Number > 1 ? Answers.Error(HttpStatusCode.Forbidden, "forbidden", "unobserved-mark") : server.Answer(request)))
        {
            IntercomException error = await Assert.ThrowsAsync<IntercomException>(() => ReadAllAsync(fixture));
            Assert.Equal(ApiErrorKind.Forbidden, error.Kind);
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        TaskScheduler.UnobservedTaskException -= Count;
        Assert.Equal(0, unobserved);
    }

    private static IEnumerable<string> Ids(int count) => Enumerable.Range(0, count).Select(index => $"{count - index}");

    private static Task<List<string>> ReadAllAsync(ClientFixture fixture, double stepSeconds = 0.5) =>
        ReadAsync(fixture, new ConversationSearch(fixture.Client, new ConversationQuery { Filter = ConversationQuery.Everything }), stepSeconds);

    private static Task<List<string>> ReadAsync(ClientFixture fixture, ConversationSearch search, double stepSeconds = 0.5) =>
        fixture.RunAsync(() => CollectAsync(search), stepSeconds: stepSeconds);

    private static async Task<List<string>> CollectAsync(ConversationSearch search)
    {
        var ids = new List<string>();
        await foreach (IReadOnlyList<Conversation> page in search.ReadAsync())
        {
            ids.AddRange(page.Select(conversation => conversation.Id));
        }

        return ids;
    }
}
