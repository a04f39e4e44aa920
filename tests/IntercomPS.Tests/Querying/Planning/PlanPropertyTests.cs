using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Querying;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Fields;
using IntercomPS.Querying.Names;
using IntercomPS.Querying.Planning;
using IntercomPS.Sandbox;
using IntercomPS.Tests.Client;
using IntercomPS.Tests.Querying.Names;
using Xunit;
using QueryParser = IntercomPS.Sandbox.Search.QueryParser;

namespace IntercomPS.Tests.Querying.Planning;

/// <summary>Random conditions: the plan finds what a direct evaluation over the sandbox's own data finds.</summary>
public sealed class PlanPropertyTests
{
    private const int Conversations = 170; // two pages

    [Theory]
    [InlineData(true, false, 10_000, 1200)]
    [InlineData(false, false, 20_000, 1200)]
    [InlineData(true, true, 30_000, 600)]
    public async Task A_plan_finds_what_its_condition_means(bool strict, bool ignoreSort, int firstSeed, int count)
    {
        using SandboxServer server = Start(strict, ignoreSort);
        using var connection = new SandboxConnection(server);
        var failures = new ConcurrentQueue<string>();
        int nonEmpty = 0;
        int refused = 0;
        await Parallel.ForEachAsync(Enumerable.Range(firstSeed, count), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken }, async (seed, stop) =>
        {
            Condition condition = new ConditionGenerator(seed, new ValuePool(server.Workspace)).Next();
            QueryPlan plan;
            try
            {
                plan = QueryPlan.Of(await new NameResolver(new WorkspaceDirectory(server.Workspace)).ResolveAsync(condition, stop), SortOf(seed));
            }
            catch (InvalidQueryException) when (HasUnreadable(condition))
            {
                Interlocked.Increment(ref refused);
                return;
            }

            List<Conversation> found = await ReadAsync(connection, plan, seed, condition, failures, stop);
            string[] expected = server.Workspace.Conversations.Where(conversation => DirectEvaluation.Holds(condition, conversation)).Select(conversation => conversation.Id).ToArray();
            Interlocked.Add(ref nonEmpty, expected.Length > 0 && expected.Length < Conversations ? 1 : 0);
            Compare(seed, condition, plan, found, expected, ordered: !ignoreSort, failures);
        });

        Assert.True(failures.IsEmpty, string.Join("\n\n", failures.Take(3)) + $"\n\n{failures.Count} failures");
        Assert.True(nonEmpty > count / 2, $"Only {nonEmpty} of {count} conditions told conversations apart.");
        Assert.True(refused < count / 5, $"{refused} of {count} were refused.");
    }

    [Fact]
    public void Every_search_keeps_within_the_limits_and_the_sandbox_parses_it()
    {
        using SandboxServer server = Start(strict: true, ignoreSort: false);
        var pool = new ValuePool(server.Workspace);
        int planned = 0;
        for (int seed = 0; seed < 3000; seed++)
        {
            Condition condition = ConditionRewriting.Replace(new ConditionGenerator(seed, pool).Next(), comparison => comparison.Field.Target is { } target && comparison.Field.OnlyWhere is null
                ? new Comparison(target, ComparisonOperator.EqualTo, [target.Kind == FieldKind.Assignee ? 0L : "1"])
                : comparison);
            try
            {
                foreach (PlannedSearch search in SearchPlanner.Plan(condition))
                {
                    QueryLimits.Validate(search.Filter);
                    using JsonDocument json = JsonDocument.Parse(QueryJson.ToText(search.Filter));
                    QueryParser.Parse(json.RootElement);
                    planned++;
                }
            }
            catch (InvalidQueryException) when (HasUnreadable(condition))
            {
                continue;
            }
        }

        Assert.True(planned > 2500, $"{planned} searches were planned.");
    }

    [Fact]
    public void The_direct_evaluation_knows_every_field() =>
        Assert.Equal(ConversationFields.All.Select(field => field.Name).Order(StringComparer.Ordinal), DirectFields.Names.Order(StringComparer.Ordinal));

    private static SandboxServer Start(bool strict, bool ignoreSort) => SandboxServer.Start(new SandboxOptions
    {
        Conversations = Conversations, Seed = 11, RateLimit = 0, StrictComparison = strict, IgnoreSort = ignoreSort,
        Now = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
    });

    private static async Task<List<Conversation>> ReadAsync(
        SandboxConnection connection, QueryPlan plan, int seed, Condition condition, ConcurrentQueue<string> failures, CancellationToken stop)
    {
        try
        {
            return await connection.ReadAsync(plan, cancellationToken: stop);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            failures.Enqueue($"seed {seed}: {ConditionText.Of(condition)}\n{error.Message}");
            return [];
        }
    }

    private static void Compare(
        int seed, Condition condition, QueryPlan plan, List<Conversation> found, string[] expected, bool ordered, ConcurrentQueue<string> failures)
    {
        List<string> ids = found.Select(conversation => conversation.Id).ToList();
        string problem = ids.Distinct().Count() != ids.Count ? "duplicates"
            : !ids.ToHashSet().SetEquals(expected) ? $"missing {string.Join(",", expected.Except(ids).Take(3))} ({expected.Except(ids).Count()}), too many {string.Join(",", ids.Except(expected).Take(3))} ({ids.Except(expected).Count()})"
            : ordered && !IsOrdered(found, plan.Sort) ? "not in order"
            : string.Empty;
        if (problem.Length > 0)
        {
            failures.Enqueue($"seed {seed}: {problem}\n{ConditionText.Of(condition)}\n{string.Join("\n", plan.Searches.Take(4).Select(search => QueryJson.ToText(search.Filter) + " | " + ConditionText.Of(search.Check)))}");
        }
    }

    private static bool IsOrdered(List<Conversation> found, ConversationSort sort)
    {
        List<long> keys = found.Select(conversation => sort.KeyOf(conversation) ?? 0).ToList();
        return keys.SequenceEqual(sort.Ascending ? keys.Order() : keys.OrderDescending());
    }

    private static ConversationSort SortOf(int seed) => new((ConversationSortField)(seed % 4), seed % 8 < 4);

    private static bool HasUnreadable(Condition condition) =>
        ConditionRewriting.Comparisons(condition).Any(comparison => comparison.Field.Read is null && comparison.Field.Target is null);
}
