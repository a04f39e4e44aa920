using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using IntercomPS.Client;
using Xunit;

namespace IntercomPS.Tests.Client;

[Collection(FakeTimeGroup.Name)]
public sealed class ConversationFetcherTests
{
    [Fact]
    public async Task The_order_asked_for_is_kept_and_the_limit_reached_but_not_passed()
    {
        var random = new Random(1);
        FakeTime? time = null;
        var handler = new ScriptedHandler(async (request, token) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1, 1000)), time!, token);
            return Found(request);
        });
        using var fixture = new ClientFixture(handler);
        time = fixture.Time;

        List<Fetched<Conversation>> fetched = await FetchAsync(fixture, Numbers(100), throttleLimit: 8);

        Assert.Equal(Enumerable.Range(1, 100).Select(id => $"{id}"), fetched.Select(one => one.Id));
        Assert.All(fetched, one => Assert.Equal(one.Id, one.Item!.Id));
        Assert.Equal(8, handler.MostUnderWay);
    }

    [Theory]
    [InlineData(404, "NotFound")]
    [InlineData(422, "Rejected")]
    [InlineData(503, "Unavailable")]
    public async Task What_concerns_one_only_is_its_outcome(int status, string kind)
    {
        using var fixture = new ClientFixture(
            request => request.Path.EndsWith("/3", StringComparison.Ordinal) ? Answers.Html((HttpStatusCode)status) : Found(request), retries: 1);

        List<Fetched<Conversation>> fetched = await FetchAsync(fixture, Numbers(5));

        Assert.Equal(["1", "2", "3", "4", "5"], fetched.Select(one => one.Id));
        Assert.Equal(kind, Assert.Single(fetched, one => one.Error is not null).Error!.Kind.ToString());
        Assert.Null(fetched[2].Item);
    }

    [Fact]
    public async Task A_bad_token_ends_it()
    {
        using var fixture = new ClientFixture(request => request.Number > 10 ? Answers.Error(HttpStatusCode.Unauthorized, "token_unauthorized") : Found(request));

        IntercomException error = await Assert.ThrowsAsync<IntercomException>(() => FetchAsync(fixture, Numbers(100_000)));

        Assert.Equal(ApiErrorKind.Unauthorized, error.Kind);
        Assert.Equal(0, fixture.Handler.UnderWay);
        Assert.InRange(fixture.Handler.Requests.Count, 11, 100);
    }

    [Fact]
    public async Task Ids_that_come_slowly_are_fetched_as_they_come()
    {
        using var fixture = new ClientFixture(Found);
        var ids = Channel.CreateUnbounded<string>();
        var fetcher = new ConversationFetcher(fixture.Client, plaintext: false, 4);
        await using IAsyncEnumerator<Fetched<Conversation>> fetched =
            fetcher.FetchAsync(ids.Reader.ReadAllAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        for (int id = 1; id <= 3; id++)
        {
            ValueTask<bool> next = fetched.MoveNextAsync();
            await fixture.Time.SettleAsync();
            Assert.False(next.IsCompleted);
            ids.Writer.TryWrite($"{id}");
            Assert.True(await next);
            Assert.Equal($"{id}", fetched.Current.Id);
        }

        ids.Writer.Complete();
        Assert.False(await fetched.MoveNextAsync());
    }

    [Fact]
    public async Task A_source_of_ids_that_fails_is_an_error()
    {
        using var fixture = new ClientFixture(Found);

        await Assert.ThrowsAsync<InvalidOperationException>(() => FetchAsync(fixture, Failing(TestContext.Current.CancellationToken)));

        static async IAsyncEnumerable<string> Failing([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return "1";
            await Task.Yield();
            throw new InvalidOperationException("no more");
        }
    }

    [Fact]
    public async Task Who_stops_early_leaves_nothing_running_and_no_unobserved_error()
    {
        int unobserved = 0;
        void Count(object? sender, UnobservedTaskExceptionEventArgs arguments) =>
            unobserved += arguments.Exception.ToString().Contains("early-mark", StringComparison.Ordinal) ? 1 : 0;
        TaskScheduler.UnobservedTaskException += Count;
        using (var fixture = new ClientFixture(new ScriptedHandler(async (request, token) =>
        {
            if (request.Number == 1)
            {
                return Found(request);
            }

            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            catch (OperationCanceledException)
            {
                throw new HttpRequestException("early-mark");
            }

            return Found(request);
        })))
        {
            await foreach (Fetched<Conversation> one in new ConversationFetcher(fixture.Client, false, 8).FetchAsync(Numbers(1000), TestContext.Current.CancellationToken))
            {
                Assert.Equal("1", one.Id);
                await FakeTime.UntilAsync(() => fixture.Handler.UnderWay == 8);
                break;
            }

            Assert.Equal(0, fixture.Handler.UnderWay);
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        TaskScheduler.UnobservedTaskException -= Count;
        Assert.Equal(0, unobserved);
    }

    [Fact]
    public async Task Cancellation_ends_it()
    {
        using var fixture = new ClientFixture(new ScriptedHandler(async (request, token) =>
        {
            await Task.Delay(request.Number == 1 ? 0 : Timeout.Infinite, token);
            return Found(request);
        }));
        using var stop = new CancellationTokenSource();
        Task<List<Fetched<Conversation>>> task = Task.Run(() => CollectAsync(fixture, Numbers(50), 4, stop.Token), TestContext.Current.CancellationToken);
        await FakeTime.UntilAsync(() => fixture.Handler.UnderWay == 4);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task.WaitAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, fixture.Handler.UnderWay);
    }

    private static HttpResponseMessage Found(ScriptedRequest request) =>
        Answers.Json($$"""{"id":"{{request.Path.Split('/')[^1]}}"}""");

    private static async IAsyncEnumerable<string> Numbers(int count)
    {
        for (int id = 1; id <= count; id++)
        {
            await Task.Yield();
            yield return $"{id}";
        }
    }

    private static Task<List<Fetched<Conversation>>> FetchAsync(ClientFixture fixture, IAsyncEnumerable<string> ids, int throttleLimit = 4) =>
        fixture.RunAsync(() => CollectAsync(fixture, ids, throttleLimit, default), stepSeconds: 0.1);

    private static async Task<List<Fetched<Conversation>>> CollectAsync(
        ClientFixture fixture, IAsyncEnumerable<string> ids, int throttleLimit, CancellationToken cancellationToken)
    {
        var fetched = new List<Fetched<Conversation>>();
        await foreach (Fetched<Conversation> one in new ConversationFetcher(fixture.Client, false, throttleLimit).FetchAsync(ids, cancellationToken))
        {
            fetched.Add(one);
        }

        return fetched;
    }
}
