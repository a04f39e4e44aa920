using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Client.Endpoints;
using Xunit;

namespace IntercomPS.Tests.Client;

[Collection(FakeTimeGroup.Name)]
public sealed class CompanyListingTests
{
    [Fact]
    public async Task Pages_are_numbered_and_no_company_comes_twice()
    {
        using var fixture = new ClientFixture(request => request.Number == 1 ? Page(total: 3, 1, 2) : Page(total: 3, 2, 3));

        Assert.Equal(["1", "2", "3"], await fixture.RunAsync(() => IdsAsync(fixture)));
        Assert.Equal(["?page=1&per_page=50", "?page=2&per_page=50"], Queries(fixture));
    }

    [Fact]
    public async Task A_scroll_that_breaks_or_is_not_free_begins_anew_when_the_old_one_has_died()
    {
        using var fixture = new ClientFixture(request => request.Number switch
        {
            1 => Page(total: 10_001, 1),
            2 => Answers.Error(HttpStatusCode.BadRequest, "scroll_exists", "scroll already exists for this app"),
            3 => Scroll("a", 1, 2),
            4 => Answers.Html(HttpStatusCode.InternalServerError),
            5 => Scroll("b", 1, 2),
            6 => Scroll("b", 3),
            _ => Scroll("b"),
        });
        DateTimeOffset before = fixture.Time.GetUtcNow();

        Assert.Equal(["1", "2", "3"], await fixture.RunAsync(() => IdsAsync(fixture)));
        Assert.Equal(["", "", "?scroll_param=a", "", "?scroll_param=b", "?scroll_param=b"], Queries(fixture).Skip(1));
        Assert.True(fixture.Time.GetUtcNow() - before >= TimeSpan.FromSeconds(122));
    }

    [Fact]
    public async Task A_scroll_that_never_opens_is_an_error()
    {
        using var fixture = new ClientFixture(request => request.Number == 1
            ? Page(total: 10_001, 1)
            : Answers.Error(HttpStatusCode.BadRequest, "scroll_exists", "scroll already exists for this app"));

        IntercomException error = await Assert.ThrowsAsync<IntercomException>(() => fixture.RunAsync(() => IdsAsync(fixture)));
        Assert.Equal("scroll_exists", error.ErrorCode);
        Assert.Equal(5, fixture.Handler.Requests.Count);
    }

    [Theory]
    [InlineData("""{"type":"company","id":"67","company_id":"C-1","name":"Acme"}""")]
    [InlineData("""{"type":"list","data":[{"type":"company","id":"67"}],"total_count":1,"pages":{"next":null}}""")]
    public async Task With_a_name_the_answer_is_one_company_or_a_list_of_one(string json)
    {
        using var fixture = new ClientFixture(_ => Answers.Json(json));

        RecordPage<Company> page = await fixture.RunAsync(() =>
            new CompanyEndpoint(fixture.Client).GetPageAsync(("name", "A & B"), page: 1, TestContext.Current.CancellationToken));

        Assert.Equal("67", Assert.Single(page.Rows).Id);
        Assert.Equal(["?name=A%20%26%20B&page=1&per_page=50"], Queries(fixture));
    }

    private static string[] Queries(ClientFixture fixture) => [.. fixture.Handler.Requests.Select(request => request.Message.RequestUri!.Query)];

    private static async Task<string[]> IdsAsync(ClientFixture fixture)
    {
        var ids = new List<string>();
        await foreach (IReadOnlyList<Company> page in new CompanyListing(fixture.Client).ReadAsync(TestContext.Current.CancellationToken))
        {
            ids.AddRange(page.Select(company => company.Id!));
        }

        return [.. ids];
    }

    private static string Rows(int[] ids) => string.Join(",", ids.Select(id => $$"""{"type":"company","id":"{{id}}"}"""));

    private static HttpResponseMessage Page(int total, params int[] ids) => Answers.Json($$"""{"type":"list","data":[{{Rows(ids)}}],"total_count":{{total}}}""");

    private static HttpResponseMessage Scroll(string key, params int[] ids) => Answers.Json($$"""{"type":"list","data":[{{Rows(ids)}}],"pages":null,"scroll_param":"{{key}}"}""");
}
