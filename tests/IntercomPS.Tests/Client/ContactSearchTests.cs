using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Contacts;
using Xunit;

namespace IntercomPS.Tests.Client;

[Collection(FakeTimeGroup.Name)]
public sealed class ContactSearchTests
{
    private static readonly ContactQuery Everything = new() { Filter = ContactQuery.Everything };

    [Fact]
    public async Task Pages_are_followed_by_the_cursor_in_the_body_and_no_contact_comes_twice()
    {
        using var fixture = new ClientFixture(request => request.Cursor is null ? Page("next", 1, 2) : Page(null, 2, 3));

        Assert.Equal(["1", "2", "3"], await fixture.RunAsync(() => IdsAsync(fixture)));
        Assert.Equal([null, "next"], fixture.Handler.Requests.Select(request => request.Cursor));
        Assert.All(fixture.Handler.Requests, request => Assert.Equal(150, request.PageSize));
    }

    [Fact]
    public async Task A_refused_cursor_begins_anew_without_what_came()
    {
        using var fixture = new ClientFixture(request => request.Number switch
        {
            1 => Page("old", 1, 2),
            2 => Answers.Error(HttpStatusCode.BadRequest, "client_error", "Invalid starting_after param"),
            3 => Page("new", 1, 2),
            _ => Page(null, 3),
        });

        Assert.Equal(["1", "2", "3"], await fixture.RunAsync(() => IdsAsync(fixture)));
    }

    [Fact]
    public async Task Cursors_that_are_refused_for_ever_end_the_search()
    {
        using var fixture = new ClientFixture(request => request.Cursor is null
            ? Page("bad", 1)
            : Answers.Error(HttpStatusCode.BadRequest, "client_error", "Invalid starting_after param"));

        await Assert.ThrowsAsync<IntercomException>(() => fixture.RunAsync(() => IdsAsync(fixture)));
        Assert.InRange(fixture.Handler.Requests.Count, 4, 12);
    }

    [Fact]
    public async Task A_page_that_comes_for_ever_ends_the_search()
    {
        using var fixture = new ClientFixture(_ => Page("same", 1, 2));

        await Assert.ThrowsAsync<IntercomException>(() => fixture.RunAsync(() => IdsAsync(fixture)));
        Assert.Equal(2, fixture.Handler.Requests.Count);
    }

    [Fact]
    public async Task A_page_that_times_out_is_asked_for_smaller()
    {
        using var fixture = new ClientFixture(request => request.PageSize > 75 ? Answers.Html(HttpStatusCode.GatewayTimeout) : Page(null, 1));

        Assert.Equal(["1"], await fixture.RunAsync(() => IdsAsync(fixture)));
        Assert.Equal([150, 75], fixture.Handler.Requests.Select(request => request.PageSize));
    }

    [Fact]
    public async Task No_more_is_asked_for_than_wanted()
    {
        using var fixture = new ClientFixture(_ => Page("next", 1, 2));

        Assert.Equal(["1", "2"], await fixture.RunAsync(() => IdsAsync(fixture, first: 2)));
        Assert.Equal(2, Assert.Single(fixture.Handler.Requests).PageSize);
    }

    private static async Task<string[]> IdsAsync(ClientFixture fixture, long? first = null)
    {
        var ids = new List<string>();
        await foreach (IReadOnlyList<Contact> page in new ContactSearch(fixture.Client, Everything, first).ReadAsync(TestContext.Current.CancellationToken))
        {
            ids.AddRange(page.Select(contact => contact.Id));
        }

        return [.. ids];
    }

    private static HttpResponseMessage Page(string? next, params int[] ids)
    {
        string rows = string.Join(",", ids.Select(id => $$"""{"id":"{{id}}"}"""));
        string cursor = next is null ? "null" : $$"""{"page":2,"starting_after":"{{next}}"}""";
        return Answers.Json($$$"""{"type":"list","data":[{{{rows}}}],"total_count":3,"pages":{"type":"pages","next":{{{cursor}}}}}""");
    }
}
