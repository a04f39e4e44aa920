using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using RichardSzalay.MockHttp;
using Xunit;

namespace IntercomPS.Tests.Client;

[Collection(FakeTimeGroup.Name)]
public sealed class TransportTests
{
    private const string Secret = "customer@mail.example";

    [Fact]
    public async Task Every_request_carries_token_version_type_and_agent()
    {
        using var mock = new MockHttpMessageHandler();
        mock.Expect(HttpMethod.Get, "https://api.intercom.test/conversations/7")
            .WithQueryString("display_as", "plaintext")
            .WithHeaders("Authorization", "Bearer " + ClientFixture.Token)
            .WithHeaders("Intercom-Version", "2.15")
            .WithHeaders("Accept", "application/json")
            .With(message => message.Headers.UserAgent.ToString().StartsWith("IntercomPS/", StringComparison.Ordinal) && message.Headers.ExpectContinue == false)
            .Respond("application/json", """{"id":7}""");
        using var fixture = new ClientFixture(mock);

        Conversation conversation = await fixture.Client.GetConversationAsync("7", plaintext: true, TestContext.Current.CancellationToken);

        Assert.Equal("7", conversation.Id);
        mock.VerifyNoOutstandingExpectation();
    }

    [Theory]
    [InlineData("a/b?c#d", "/conversations/a%2Fb%3Fc%23d")]
    [InlineData("ü 1", "/conversations/%C3%BC%201")]
    public async Task An_id_never_leaves_its_place_in_the_path(string id, string path)
    {
        using var fixture = new ClientFixture(_ => Answers.Json("""{"id":7}"""));

        await fixture.Client.GetConversationAsync(id, plaintext: false, TestContext.Current.CancellationToken);

        Assert.Equal(path, Assert.Single(fixture.Handler.Requests).Message.RequestUri!.PathAndQuery);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_names_another_path_finds_nothing(string id)
    {
        using var fixture = new ClientFixture(_ => Answers.Json("""{"type":"conversation.list","conversations":[]}"""));

        IntercomException error = await Assert.ThrowsAsync<IntercomException>(
            () => fixture.Client.GetConversationAsync(id, plaintext: false, TestContext.Current.CancellationToken));

        Assert.Equal(ApiErrorKind.NotFound, error.Kind);
    }

    [Fact]
    public async Task A_body_that_never_ends_times_out()
    {
        using var body = new GatedStream("{\"id\":"u8.ToArray(), []);
        using var fixture = new ClientFixture(new ScriptedHandler(_ => Answers.Stream(body)), retries: 0);

        IntercomException error = await Assert.ThrowsAsync<IntercomException>(
            () => fixture.RunAsync(() => fixture.Client.GetConversationAsync("1", false, default), stepSeconds: 5));

        Assert.Equal(ApiErrorKind.TimedOut, error.Kind);
        Assert.InRange(fixture.Time.GetUtcNow() - FakeTime.Began, ClientFixture.Timeout, ClientFixture.Timeout + TimeSpan.FromSeconds(6));
        Assert.Contains("100 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_whose_stream_heeds_no_token_is_closed()
    {
        using var body = new GatedStream("{\"id\":"u8.ToArray(), []) { HeedsToken = false };
        using var fixture = new ClientFixture(new ScriptedHandler(_ => Answers.Stream(body)), retries: 0);
        using var stop = new CancellationTokenSource();
        Task<Conversation> task = fixture.Client.GetConversationAsync("1", false, stop.Token);
        await FakeTime.UntilAsync(() => body.IsBlocked);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task.WaitAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_answer_that_never_comes_times_out_and_a_read_is_sent_again()
    {
        using var fixture = new ClientFixture(new ScriptedHandler(async (request, token) =>
        {
            await Task.Delay(request.Number == 1 ? Timeout.Infinite : 0, token);
            return Answers.Json("""{"id":"1"}""");
        }));

        await fixture.RunAsync(() => fixture.Client.GetConversationAsync("1", false, default), stepSeconds: 5);

        Assert.Equal("no answer in time", Assert.Single(fixture.Observer.Retries).Reason);
        Assert.Equal("GET /conversations/1 no answer in 100000 ms", fixture.Observer.Requests.First().ToString());
    }

    [Fact]
    public async Task Cancellation_is_told_as_cancellation_and_nothing_is_sent_again()
    {
        using var fixture = new ClientFixture(new ScriptedHandler(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return Answers.Json("{}");
        }));
        using var stop = new CancellationTokenSource();
        Task<Conversation> task = fixture.Client.GetConversationAsync("1", false, stop.Token);
        await FakeTime.UntilAsync(() => fixture.Handler.UnderWay == 1);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task.WaitAsync(TestContext.Current.CancellationToken));
        Assert.Single(fixture.Handler.Requests);
    }

    [Fact]
    public async Task Cancellation_ends_a_wait_between_two_tries()
    {
        using var fixture = new ClientFixture(_ => Answers.Html(HttpStatusCode.BadGateway));
        using var stop = new CancellationTokenSource();
        Task<Conversation> task = fixture.Client.GetConversationAsync("1", false, stop.Token);
        await FakeTime.UntilAsync(() => !fixture.Observer.Retries.IsEmpty);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task.WaitAsync(TestContext.Current.CancellationToken));
        Assert.Single(fixture.Handler.Requests);
    }

    [Fact]
    public async Task The_trace_tells_method_path_status_and_quota_and_nothing_else()
    {
        var reset = DateTimeOffset.FromUnixTimeSeconds(1_800_000_010);
        using var fixture = new ClientFixture(_ => Answers.Json($$"""{"id":"1","title":"{{Secret}}","conversations":[],"data":[]}""").WithQuota(120, reset));

        await fixture.Client.GetConversationAsync("1", plaintext: true, TestContext.Current.CancellationToken);
        await fixture.Client.FindContactEmailsAsync([Secret], TestContext.Current.CancellationToken);

        Assert.Equal(
            ["GET /conversations/1 200 in 0 ms, quota 120 of 167 left", "POST /contacts/search 200 in 0 ms, quota 120 of 167 left"],
            fixture.Observer.Requests.Select(trace => trace.ToString()));
        Assert.Equal("120/167", fixture.Transport.Quota!.ToString());
    }

    [Theory]
    [InlineData(401)]
    [InlineData(500)]
    [InlineData(200)]
    [InlineData(0)]
    public async Task No_error_holds_the_token_or_what_was_asked(int status)
    {
        using var fixture = new ClientFixture(
            new ScriptedHandler(_ => status == 0
                ? throw new HttpRequestException("x", new IOException("y"))
                : Answers.Html((HttpStatusCode)status)),
            retries: 0);

        IntercomException error = await Assert.ThrowsAsync<IntercomException>(
            () => fixture.Client.FindContactEmailsAsync([Secret], TestContext.Current.CancellationToken));

        Assert.DoesNotContain(ClientFixture.Token, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
        Assert.All(fixture.Observer.Requests, trace => Assert.DoesNotContain(Secret, trace.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("se cret")]
    [InlineData("secret\nx")]
    [InlineData("sécret")]
    public void A_token_that_is_none_is_refused_without_being_shown(string value)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new AccessToken(value));

        Assert.DoesNotContain("cret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_shows_itself_to_nobody()
    {
        var token = new AccessToken($" {ClientFixture.Token}\n");

        Assert.DoesNotContain("dG9r", token.ToString() + token.Fingerprint, StringComparison.Ordinal);
        Assert.Equal(ClientFixture.Token, token.ToHeader().Parameter);
        Assert.Same(
            GovernorRegistry.For(token, new Uri("https://a.test/x")),
            GovernorRegistry.For(new AccessToken(ClientFixture.Token), new Uri("https://a.test/y")));
        Assert.NotSame(
            GovernorRegistry.For(token, new Uri("https://a.test")), GovernorRegistry.For(new AccessToken("other"), new Uri("https://a.test")));
    }

    [Fact]
    public async Task Contacts_are_found_by_their_ids_in_one_request()
    {
        using var fixture = new ClientFixture(_ => Answers.Json("""{"data":[{"id":"a","email":"x@y.z"},{"id":"b","email":null},{"email":"q"},null]}"""));

        var emails = await fixture.Client.FindContactEmailsAsync(["a", "b", "c"], TestContext.Current.CancellationToken);

        Assert.Equal("x@y.z", emails["a"]);
        Assert.Null(emails["b"]);
        Assert.False(emails.ContainsKey("c"));
        Assert.Equal(
            """{"query":{"field":"id","operator":"IN","value":["a","b","c"]},"pagination":{"per_page":50}}""",
            Assert.Single(fixture.Handler.Requests).Body);
    }
}
