using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Querying;
using Xunit;
using static IntercomPS.Tests.Client.SearchReading;

namespace IntercomPS.Tests.Client;

/// <summary>What a search does about time-outs, refused cursors, broken answers and rows that move.</summary>
[Collection(FakeTimeGroup.Name)]
public sealed class ConversationSearchRecoveryTests
{
    private static readonly ConversationSort ByUpdate = new(ConversationSortField.UpdatedAt, Ascending: false);

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
}
