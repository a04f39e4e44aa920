using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Querying;
using Xunit;
using static IntercomPS.Tests.Client.SearchReading;

namespace IntercomPS.Tests.Client;

/// <summary>How a search ends before its end: cancelled, left, failed.</summary>
[Collection(FakeTimeGroup.Name)]
public sealed class ConversationSearchStopTests
{
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
}
