using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Reporting;
using IntercomPS.Tests.Client;
using Xunit;

namespace IntercomPS.Tests.Reporting;

[Collection(FakeTimeGroup.Name)]
public sealed class ReportingJobTests : IDisposable
{
    private static readonly ReportingRequest Request = new("conversation", ["standard.channel", "a b"], 1_700_000_000, 1_700_000_100);

    private readonly List<string> _warnings = [];
    private readonly List<string> _told = [];
    private readonly CancellationTokenSource _stop = new();

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task A_job_is_enqueued_once_and_asked_for_until_it_is_complete()
    {
        using var fixture = new ClientFixture(request => Enqueues(request) ? Job("pending") : Job(request.Number < 5 ? "in_progress" : "complete"));

        ReportingJob job = await RunAsync(fixture);

        Assert.Equal("job/1", job.Id);
        ScriptedRequest enqueue = fixture.Handler.Requests.First();
        Assert.Equal("""{"dataset_id":"conversation","attribute_ids":["standard.channel","a b"],"start_time":1700000000,"end_time":1700000100}""", enqueue.Body);
        Assert.Single(fixture.Handler.Requests, Enqueues);
        Assert.All(fixture.Handler.Requests.Skip(1), look =>
        {
            Assert.Equal(HttpMethod.Get, look.Message.Method);
            Assert.Equal("/export/reporting_data/job%2F1", look.Message.RequestUri!.AbsolutePath);
            Assert.Equal("?app_id=abc&job_identifier=job%2F1", look.Message.RequestUri.Query);
        });
        Assert.Empty(_warnings);
        Assert.Contains(_told, text => text.Contains("in_progress", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_looks_ever_more_rarely_and_no_more_than_twice_a_minute_in_the_end()
    {
        var looks = new List<DateTimeOffset>();
        ClientFixture? fixture = null;
        using ClientFixture disposed = fixture = new ClientFixture(request =>
        {
            lock (looks)
            {
                looks.Add(fixture!.Time.GetUtcNow());
                return Job(looks.Count < 25 ? "pending" : "complete");
            }
        });

        await RunAsync(fixture);

        TimeSpan[] gaps = looks.Zip(looks.Skip(1), (one, next) => next - one).ToArray();
        Assert.InRange(gaps[0].TotalSeconds, 1, 2);
        Assert.All(gaps.Zip(gaps.Skip(1)), pair => Assert.True(pair.Second >= pair.First - TimeSpan.FromSeconds(0.5)));
        Assert.All(gaps.TakeLast(10), gap => Assert.InRange(gap.TotalSeconds, 30, 31));
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("error")]
    [InlineData("canceled")]
    public async Task A_job_that_failed_is_an_error(string status)
    {
        using var fixture = new ClientFixture(request => Enqueues(request) ? Job("pending") : Job(status));

        ReportingException error = await Assert.ThrowsAsync<ReportingException>(() => RunAsync(fixture));

        Assert.Equal((ReportingProblem.JobFailed, "job/1"), (error.Problem, error.Subject));
        Assert.Contains(status, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_never_completes_is_an_error_in_time()
    {
        using var fixture = new ClientFixture(_ => Job("some new status"));
        DateTimeOffset began = fixture.Time.GetUtcNow();

        ReportingException error = await Assert.ThrowsAsync<ReportingException>(() => RunAsync(fixture, seconds: 100));

        Assert.Equal(ReportingProblem.JobTimeout, error.Problem);
        Assert.InRange((fixture.Time.GetUtcNow() - began).TotalSeconds, 100, 102);
    }

    [Fact]
    public async Task A_job_may_need_a_while_to_appear()
    {
        using var fixture = new ClientFixture(request => Enqueues(request) ? Job("pending") : request.Number < 5 ? NotFound() : Job("complete"));

        await RunAsync(fixture);

        Assert.Equal(5, fixture.Handler.Requests.Count);
    }

    [Theory]
    [InlineData(3)] // seen, then gone
    [InlineData(1)] // never seen
    public async Task A_job_that_is_gone_is_an_error(int goneAfter)
    {
        using var fixture = new ClientFixture(request => request.Number > goneAfter ? NotFound() : Job("pending"));
        DateTimeOffset began = fixture.Time.GetUtcNow();

        ReportingException error = await Assert.ThrowsAsync<ReportingException>(() => RunAsync(fixture));

        Assert.Equal(ReportingProblem.JobNotFound, error.Problem);
        Assert.True(fixture.Time.GetUtcNow() - began < TimeSpan.FromSeconds(70));
    }

    [Fact]
    public async Task Where_too_many_jobs_are_pending_it_warns_once_waits_and_tries_again()
    {
        using var fixture = new ClientFixture(request => request.Number <= 4 ? TooManyJobs() : Job("complete"));
        DateTimeOffset began = fixture.Time.GetUtcNow();

        await RunAsync(fixture);

        Assert.Single(_warnings);
        Assert.Equal(5, fixture.Handler.Requests.Count);
        Assert.InRange((fixture.Time.GetUtcNow() - began).TotalSeconds, 15 + 30 + 60 + 120, 300);
    }

    [Fact]
    public async Task It_does_not_wait_for_other_jobs_for_ever()
    {
        using var fixture = new ClientFixture(_ => TooManyJobs());

        ReportingException error = await Assert.ThrowsAsync<ReportingException>(() => RunAsync(fixture, seconds: 200));

        Assert.Equal(ReportingProblem.JobLimit, error.Problem);
        Assert.InRange(fixture.Handler.Requests.Count, 3, 8);
    }

    [Fact]
    public async Task The_quotas_own_429_is_not_taken_for_too_many_jobs()
    {
        using var fixture = new ClientFixture(request => request.Number == 1
            ? Answers.Error(HttpStatusCode.TooManyRequests, "rate_limit_exceeded", "Exceeded rate limit of 83 in 10_seconds")
            : Job("complete"));

        await RunAsync(fixture);

        Assert.Empty(_warnings);
        Assert.Equal(2, fixture.Handler.Requests.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task Enqueue_is_never_sent_again_where_the_server_may_have_done_it(HttpStatusCode status)
    {
        using var fixture = new ClientFixture(_ => Answers.Html(status));

        await Assert.ThrowsAsync<IntercomException>(() => RunAsync(fixture));

        Assert.Single(fixture.Handler.Requests);
    }

    [Theory]
    [InlineData("""{"status":"pending"}""")]
    [InlineData("""{"job_identifier":"","status":"pending"}""")]
    [InlineData("""[]""")]
    public async Task An_answer_without_a_job_is_an_error(string body)
    {
        using var fixture = new ClientFixture(_ => Answers.Json(body));

        await Assert.ThrowsAsync<IntercomException>(() => RunAsync(fixture));

        Assert.Single(fixture.Handler.Requests);
    }

    [Fact]
    public async Task A_look_that_fails_is_tried_again()
    {
        using var fixture = new ClientFixture(request => Enqueues(request) ? Job("pending") : request.Number < 4 ? Answers.Html(HttpStatusCode.BadGateway) : Job("complete"));

        await RunAsync(fixture);

        Assert.Equal(2, fixture.Observer.Retries.Count);
    }

    [Fact]
    public async Task Waiting_stops_when_it_shall()
    {
        using var fixture = new ClientFixture(request =>
        {
            if (request.Number == 4)
            {
                _stop.Cancel();
            }

            return Job("pending");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(fixture));
        Assert.Equal(4, fixture.Handler.Requests.Count);
    }

    [Theory]
    [InlineData("2.10", false)]
    [InlineData("2.13", false)]
    [InlineData("1.4", false)]
    [InlineData("2.14", true)]
    [InlineData("2.16", true)]
    [InlineData("3.0", true)]
    [InlineData("Unstable", true)]
    public void Versions_before_2_14_are_told_which_has_it(string version, bool has)
    {
        IntercomException? error = (IntercomException?)Record.Exception(() => ReportingClient.CheckVersion(version));

        Assert.Equal(has, error is null);
        Assert.True(error is null || (error.Kind == ApiErrorKind.VersionUnsupported && error.Message.Contains("2.14", StringComparison.Ordinal)));
    }

    private Task<ReportingJob> RunAsync(ClientFixture fixture, int seconds = 3600) => fixture.RunAsync(
        async () =>
        {
            var client = new ReportingClient(fixture.Client, "abc");
            var runner = new ReportingJobRunner(client, TimeSpan.FromSeconds(seconds), _warnings.Add, _told.Add);
            ReportingJob job = await runner.EnqueueAsync(Request, _stop.Token);
            await runner.WaitForAsync(job, _stop.Token);
            return job;
        },
        longestSeconds: 2 * 3600);

    private static bool Enqueues(ScriptedRequest request) => request.Path == "/export/reporting_data/enqueue";

    private static HttpResponseMessage Job(string status) =>
        Answers.Json($$"""{"job_identifier":"job/1","status":"{{status}}","download_url":"","download_expires_at":""}""");

    private static HttpResponseMessage NotFound() => Answers.Error(HttpStatusCode.NotFound, "not_found", "Export job not found for identifier: job1");

    private static HttpResponseMessage TooManyJobs() =>
        Answers.Error(HttpStatusCode.TooManyRequests, "rate_limit_exceeded", "Exceeded rate limit of 5 pending reporting dataset export jobs");
}
