using System.Linq;
using IntercomPS.Querying.Conditions;

namespace IntercomPS.Querying.Planning;

/// <summary>A normalized condition with what the server can be asked of each comparison in it.</summary>
internal abstract record PlanNode(Condition Condition)
{
    /// <summary>Whether it can be checked here: conversations show every field in it.</summary>
    public abstract bool IsReadable { get; }

    /// <summary>What to ask the server for it; null where that would be everything.</summary>
    public abstract QueryNode? Filter { get; }

    /// <summary>Makes the tree of a condition.</summary>
    /// <param name="condition">The condition, normalized.</param>
    /// <returns>The tree.</returns>
    public static PlanNode Of(Condition condition) => condition switch
    {
        AllOf all => new PlanGroup(all, QueryGroup.And, all.Parts.Select(Of).ToList()),
        AnyOf any => new PlanGroup(any, QueryGroup.Or, any.Parts.Select(Of).ToList()),
        Negation { Part: Comparison comparison } => Leaf(condition, comparison, negated: true),
        _ => Leaf(condition, (Comparison)condition, negated: false),
    };

    private static PlanLeaf Leaf(Condition condition, Comparison comparison, bool negated)
    {
        comparison.CheckPatterns();
        ServerNarrowing server = ServerNarrowings.Of(comparison, negated);
        bool readable = comparison.Field.Read is not null;
        return readable || server.IsExact
            ? new PlanLeaf(condition, server.Filter, server.Reason, readable)
            : throw comparison.Error(CannotBeAsked(condition, server));
    }

    private static string CannotBeAsked(Condition condition, ServerNarrowing server) =>
        $"{server.Reason}, and its conversations do not show the field, so that \"{ConditionText.Of(condition)}\" cannot be found out.";
}
