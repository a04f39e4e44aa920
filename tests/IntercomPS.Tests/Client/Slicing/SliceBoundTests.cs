using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Querying.Planning;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.Tests.Client.Slicing;

/// <summary>Reading from a place on and up to a frozen bound, holding little, and accounting for what was counted.</summary>
public sealed class SliceBoundTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reading_goes_on_behind_any_conversation(bool strict)
    {
        using SandboxServer server = SlicedWorkspace.Start(options => new SandboxOptions
        {
            Conversations = 4_000, Seed = 9, RateLimit = 0, Now = options.Now, StrictComparison = strict, History = TimeSpan.FromMinutes(20),
        });
        using var connection = new SandboxConnection(server);
        List<SandboxConversation> all = SlicedWorkspace.NewestFirst(server);
        foreach (int index in new[] { 0, 1, 149, 150, 1_234, 2_600, 3_997, 3_999 })
        {
            var after = new ConversationPosition(all[index].CreatedAt.ToUnixTimeSeconds(), all[index].Id);

            List<Conversation> rest = await connection.ReadAsync(QueryPlan.Everything, new PlanReading { After = after, InExactOrder = true }, Cancellation);

            Assert.Equal(all.Skip(index + 1).Select(one => one.Id), rest.Select(one => one.Id));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_began_at_the_bound_or_later_is_left_out(bool strict)
    {
        using SandboxServer server = SlicedWorkspace.Start(options => new SandboxOptions
        {
            Conversations = 3_000, Seed = 9, RateLimit = 0, Now = options.Now, StrictComparison = strict, History = TimeSpan.FromMinutes(10),
        });
        using var connection = new SandboxConnection(server);
        DateTimeOffset bound = SlicedWorkspace.Present.AddMinutes(-4);

        List<Conversation> found = await connection.ReadAsync(
            QueryPlan.Everything, new PlanReading { CreatedBefore = bound.ToUnixTimeSeconds(), InExactOrder = true }, Cancellation);

        Assert.Equal(SlicedWorkspace.NewestFirst(server).Where(one => one.CreatedAt < bound).Select(one => one.Id), found.Select(one => one.Id));
    }

    [Fact]
    public async Task No_more_is_held_than_the_budget_while_nobody_takes_it()
    {
        SearchServer server = SearchServer.With(30_000);
        using var fixture = new ClientFixture(server.Answer);
        await using IAsyncEnumerator<IReadOnlyList<Conversation>> pages =
            new PlanReader(fixture.Client, QueryPlan.Everything).ReadAsync(Cancellation).GetAsyncEnumerator(Cancellation);
        for (int page = 0; page < 3; page++)
        {
            Assert.True(await fixture.RunAsync(() => pages.MoveNextAsync().AsTask()));
        }

        await fixture.Time.SettleAsync();

        // Three pages that wait for each of 12 slices, the two pages that each has under way, and those that were taken.
        Assert.InRange(fixture.Handler.Requests.Count, 4, 36 + 24 + 4);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_counted_and_not_returned_is_told(bool strict)
    {
        SearchServer server = SearchServer.With(4_000, isStrict: strict);
        server.Hidden.UnionWith(["17", "2600", "2601"]);

        Assert.Equal(3, await UnaccountedAsync(server));
    }

    [Theory]
    [InlineData(700)]
    [InlineData(4_000)]
    public async Task Nothing_is_told_where_all_that_is_counted_came(int rows) =>
        Assert.Equal(0, await UnaccountedAsync(SearchServer.With(rows, isStrict: false)));

    private static async Task<long> UnaccountedAsync(SearchServer server)
    {
        using var fixture = new ClientFixture(server.Answer);
        var told = new ConcurrentBag<long>();
        var reader = new PlanReader(fixture.Client, QueryPlan.Everything, new PlanReading { InExactOrder = true, Unaccounted = told.Add });
        int rows = await fixture.RunAsync(async () =>
        {
            int count = 0;
            await foreach (IReadOnlyList<Conversation> page in reader.ReadAsync(Cancellation))
            {
                count += page.Count;
            }

            return count;
        });
        Assert.Equal(server.Rows.Count - server.Hidden.Count, rows);
        return told.Sum();
    }
}
