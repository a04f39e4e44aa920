using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading.Tasks;
using IntercomPS.Client;
using Xunit;

namespace IntercomPS.Tests.Client;

[Collection(FakeTimeGroup.Name)]
public sealed class RetryTests
{
    private const string Me = """{"id":"1","name":"Ada","app":{"id_code":"abc"}}""";

    public static TheoryData<string> Transient { get; } =
        ["408", "500", "502", "503", "504", "524", "429", "reset", "truncated", "html", "empty", "refused", "dns", "tls", "connect time-out", "handler cancelled"];

    public static TheoryData<int, string> Final { get; } = new()
    {
        { 400, "Rejected" }, { 401, "Unauthorized" }, { 403, "Forbidden" }, { 404, "NotFound" }, { 406, "Rejected" },
        { 409, "Rejected" }, { 410, "NotFound" }, { 422, "Rejected" }, { 301, "Rejected" },
    };

    [Theory]
    [MemberData(nameof(Transient))]
    public async Task A_read_is_sent_again_after_what_may_pass(string failure)
    {
        using var fixture = new ClientFixture(request => request.Number <= 2 ? Fail(failure) : Answers.Json(Me));

        var admin = await fixture.RunAsync(() => fixture.Client.GetMeAsync(default));

        Assert.Equal("1", admin.AdminId);
        Assert.Equal(3, fixture.Handler.Requests.Count);
        Assert.Equal(2, fixture.Observer.Retries.Count);
    }

    [Theory]
    [MemberData(nameof(Transient))]
    public async Task A_write_is_sent_again_only_where_the_server_certainly_did_nothing(string failure)
    {
        using var fixture = new ClientFixture(request => request.Number == 1 ? Fail(failure) : Answers.Json("{}"));
        bool safe = failure is "429" or "refused" or "dns" or "tls" or "connect time-out";

        if (safe)
        {
            await fixture.RunAsync(() => fixture.WriteAsync());
            Assert.Equal(2, fixture.Handler.Requests.Count);
        }
        else
        {
            await Assert.ThrowsAsync<IntercomException>(() => fixture.RunAsync(() => fixture.WriteAsync()));
            Assert.Single(fixture.Handler.Requests);
        }
    }

    [Theory]
    [MemberData(nameof(Final))]
    public async Task What_will_not_pass_is_not_sent_again(int status, string kind)
    {
        using var fixture = new ClientFixture(_ => Answers.Error((HttpStatusCode)status, "some_code", "It is so.", "email"));

        IntercomException error = await Assert.ThrowsAsync<IntercomException>(() => fixture.RunAsync(() => fixture.Client.GetMeAsync(default)));

        Assert.Single(fixture.Handler.Requests);
        Assert.Equal(kind, error.Kind.ToString());
        Assert.Equal((status, "some_code", "req-1"), (error.StatusCode, error.ErrorCode, error.RequestId));
        Assert.Contains("It is so (field email) (HTTP " + status + ", request req-1).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delays_grow_and_stay_below_half_a_minute()
    {
        using var fixture = new ClientFixture(_ => Answers.Html(HttpStatusCode.BadGateway));

        IntercomException error = await Assert.ThrowsAsync<IntercomException>(() => fixture.RunAsync(() => fixture.Client.GetMeAsync(default)));

        Assert.Equal(ApiErrorKind.Unavailable, error.Kind);
        Assert.Equal(502, error.StatusCode);
        Assert.Null(error.ErrorCode);
        Assert.Equal(1 + IntercomClient.DefaultRetries, fixture.Handler.Requests.Count);
        List<TimeSpan> delays = fixture.Observer.Retries.Select(retry => retry.Delay).ToList();
        Assert.All(delays, delay => Assert.InRange(delay, TimeSpan.Zero, TimeSpan.FromSeconds(30)));
        Assert.True(delays[^1] > delays[0] && delays.Sum(delay => delay.TotalSeconds) > 10, string.Join(" ", delays));
        Assert.True(fixture.Time.GetUtcNow() - FakeTime.Began >= TimeSpan.FromSeconds(delays.Sum(delay => delay.TotalSeconds)));
    }

    [Fact]
    public async Task A_server_that_says_when_to_come_back_is_obeyed()
    {
        using var fixture = new ClientFixture(request =>
            request.Number == 1 ? Answers.Html(HttpStatusCode.ServiceUnavailable).With("Retry-After", "45") : Answers.Json(Me));

        await fixture.RunAsync(() => fixture.Client.GetMeAsync(default));

        Assert.Equal(TimeSpan.FromSeconds(45), Assert.Single(fixture.Observer.Retries).Delay);
        Assert.InRange(fixture.Time.GetUtcNow() - FakeTime.Began, TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(46));
    }

    [Fact]
    public async Task A_server_that_wants_a_day_is_not_waited_for()
    {
        using var fixture = new ClientFixture(_ => Answers.Html(HttpStatusCode.ServiceUnavailable).With("Retry-After", "86400"));

        IntercomException error = await Assert.ThrowsAsync<IntercomException>(() => fixture.RunAsync(() => fixture.Client.GetMeAsync(default)));

        Assert.Equal((503, TimeSpan.FromDays(1)), (error.StatusCode, error.RetryAfter));
        Assert.Single(fixture.Handler.Requests);
    }

    [Fact]
    public async Task Refusals_for_want_of_quota_wait_for_the_window_and_do_not_count_as_retries()
    {
        using var fixture = new ClientFixture(new ScriptedHandler((request, _) => Task.FromResult(
            request.Number <= 10 ? Answers.Error(HttpStatusCode.TooManyRequests, "rate_limit_exceeded") : Answers.Json(Me))), retries: 0);

        await fixture.RunAsync(() => fixture.Client.GetMeAsync(default));

        Assert.Equal(11, fixture.Handler.Requests.Count);
        Assert.True(fixture.Time.GetUtcNow() - FakeTime.Began > TimeSpan.FromMinutes(2));
        Assert.Equal(10, fixture.Observer.WaitsBegun);
    }

    [Fact]
    public async Task A_quota_that_stays_used_up_is_an_error_in_the_end()
    {
        using var fixture = new ClientFixture(_ => Answers.Error(HttpStatusCode.TooManyRequests, "rate_limit_exceeded").With("Retry-After", "1"));

        IntercomException error = await Assert.ThrowsAsync<IntercomException>(() => fixture.RunAsync(() => fixture.Client.GetMeAsync(default)));

        Assert.Equal(ApiErrorKind.RateLimitExceeded, error.Kind);
    }

    private static HttpResponseMessage Fail(string failure) => failure switch
    {
        "reset" => throw new HttpRequestException("x", new IOException("x", new SocketException((int)SocketError.ConnectionReset))),
        "refused" => throw new HttpRequestException("x", new SocketException((int)SocketError.ConnectionRefused)),
        "dns" => throw new HttpRequestException(HttpRequestError.NameResolutionError, "x", new SocketException((int)SocketError.HostNotFound)),
        "tls" => throw new HttpRequestException(HttpRequestError.SecureConnectionError, "x", new AuthenticationException("x")),
        "connect time-out" => throw new TaskCanceledException("x", new TimeoutException("x")),
        "handler cancelled" => throw new TaskCanceledException("x"),
        "truncated" => Answers.Json(Me[..^5]),
        "html" => Answers.Html(HttpStatusCode.OK),
        "empty" => Answers.Json(string.Empty),
        "429" => Answers.Error(HttpStatusCode.TooManyRequests, "rate_limit_exceeded"),
        "500" => Answers.Json(string.Empty, HttpStatusCode.InternalServerError),
        _ => Answers.Html((HttpStatusCode)int.Parse(failure, null)),
    };
}
