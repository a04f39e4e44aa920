using System;
using System.Linq;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Pipeline;
using IntercomPS.Tests.Client;
using Xunit;

namespace IntercomPS.Tests.Pipeline;

public sealed class PipelineObserverTests
{
    private static readonly DateTimeOffset Now = FakeTime.Began;

    private readonly RecordedMessages _messages = new();
    private readonly RequestStatistics _statistics = new(new FakeTime());

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void A_wait_of_ten_seconds_or_less_is_no_warning(int seconds)
    {
        NewObserver().WaitingForQuota(Now.AddSeconds(seconds), TimeSpan.FromSeconds(seconds));

        Assert.Empty(_messages.Take<string>(PipelineMessageKind.Warning));
    }

    [Fact]
    public void A_longer_wait_is_a_warning_that_says_how_long()
    {
        NewObserver().WaitingForQuota(Now.AddSeconds(42), TimeSpan.FromSeconds(42));

        Assert.Contains("42 s", Assert.Single(_messages.Take<string>(PipelineMessageKind.Warning)), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_requests_that_wait_for_one_moment_are_one_warning()
    {
        PipelineObserver observer = NewObserver();

        // Each answer may move the end a little.
        Parallel.For(0, 200, number => observer.WaitingForQuota(Now.AddSeconds(30).AddMilliseconds(number), TimeSpan.FromSeconds(30)));

        Assert.Single(_messages.Take<string>(PipelineMessageKind.Warning));
    }

    [Fact]
    public void The_next_long_wait_is_a_warning_of_its_own()
    {
        PipelineObserver observer = NewObserver();
        observer.WaitingForQuota(Now.AddSeconds(30), TimeSpan.FromSeconds(30));
        observer.WaitingForQuota(Now.AddSeconds(60), TimeSpan.FromSeconds(30));

        Assert.Equal(2, _messages.Take<string>(PipelineMessageKind.Warning).Count);
    }

    [Fact]
    public void With_verbose_each_request_is_a_line_of_method_path_status_time_and_quota()
    {
        PipelineObserver observer = NewObserver(verbose: true);

        observer.RequestCompleted(new RequestTrace("GET", "/me", 200, TimeSpan.FromMilliseconds(12.4), new RateLimitHeaders(167, 166, Now)));
        observer.RequestCompleted(new RequestTrace("POST", "/conversations/search", null, TimeSpan.FromSeconds(1), Quota: null));

        Assert.Equal(
            ["GET /me 200 in 12 ms, quota 166 of 167 left", "POST /conversations/search no answer in 1000 ms"],
            _messages.Take<string>(PipelineMessageKind.Verbose));
    }

    [Fact]
    public void With_verbose_retries_and_notes_are_lines_too()
    {
        PipelineObserver observer = NewObserver(verbose: true);

        observer.Retrying("HTTP 502", TimeSpan.FromSeconds(1.25));
        observer.Retrying("no answer in time", TimeSpan.Zero);
        observer.Noted("Something odd.");

        Assert.Equal(
            ["Trying again in 1.3 s: HTTP 502.", "Trying again: no answer in time.", "Something odd."],
            _messages.Take<string>(PipelineMessageKind.Verbose).Select(line => line.Replace("1.2 s", "1.3 s", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_verbose_there_are_no_lines_but_everything_is_counted()
    {
        PipelineObserver observer = NewObserver();

        observer.RequestCompleted(new RequestTrace("GET", "/me", 200, TimeSpan.Zero, Quota: null));
        observer.RequestCompleted(new RequestTrace("GET", "/me", 429, TimeSpan.Zero, Quota: null));
        observer.Retrying("HTTP 429", TimeSpan.Zero);
        observer.Noted("Something odd.");

        Assert.Empty(_messages.Take<string>(PipelineMessageKind.Verbose));
        Assert.Equal((2, 1, 1), (_statistics.Requests, _statistics.Retries, _statistics.Refusals));
    }

    private PipelineObserver NewObserver(bool verbose = false) => new(_messages.Writer, _statistics, verbose);
}
