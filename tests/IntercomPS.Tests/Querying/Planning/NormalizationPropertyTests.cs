using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Planning;
using IntercomPS.Sandbox;
using IntercomPS.Tests.Client;
using Xunit;

namespace IntercomPS.Tests.Querying.Planning;

public sealed class NormalizationPropertyTests
{
    [Fact]
    public async Task A_normalized_condition_means_the_same_and_stays_as_it_is()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Conversations = 150, Seed = 5, RateLimit = 0, Now = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero) });
        using var connection = new SandboxConnection(server);
        List<Conversation> conversations = await connection.ReadAsync(QueryPlan.Everything, cancellationToken: TestContext.Current.CancellationToken);
        var pool = new ValuePool(server.Workspace);
        for (int seed = 50_000; seed < 53_000; seed++)
        {
            Condition condition = ConditionRewriting.Replace(
                new ConditionGenerator(seed, pool).Next(), comparison => comparison.Field.Read is null ? AllOf.Nothing : comparison);

            Condition normal = ConditionNormalizer.Normalize(condition);

            Func<Conversation, bool> before = ConditionEvaluator.Compile(condition);
            Func<Conversation, bool> after = ConditionEvaluator.Compile(normal);
            Assert.True(
                conversations.TrueForAll(conversation => before(conversation) == after(conversation)),
                $"seed {seed}: {ConditionText.Of(condition)} became {ConditionText.Of(normal)}");
            Assert.Equal(ConditionText.Of(normal), ConditionText.Of(ConditionNormalizer.Normalize(normal)));
            Assert.True(IsNormal(normal, withinAny: null), $"seed {seed}: {ConditionText.Of(normal)}");
        }
    }

    /// <summary>Negations only before comparisons; no group in one of its own kind, none of a single part, none empty but the whole.</summary>
    private static bool IsNormal(Condition condition, bool? withinAny) => condition switch
    {
        AllOf all => withinAny != false && (all.Parts.Count > 1 || (all.Parts.Count == 0 && withinAny is null)) && all.Parts.All(part => IsNormal(part, withinAny: false)),
        AnyOf any => withinAny != true && (any.Parts.Count > 1 || (any.Parts.Count == 0 && withinAny is null)) && any.Parts.All(part => IsNormal(part, withinAny: true)),
        Negation negation => negation.Part is Comparison,
        _ => true,
    };
}
