using System;
using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying.Conditions;

namespace IntercomPS.Querying.Planning;

/// <summary>
/// Plans the searches for a condition: as few as the server's limits allow, each as narrow as the server
/// can be asked, and what it cannot be asked checked on its answers.
/// </summary>
internal static class SearchPlanner
{
    /// <summary>Plans.</summary>
    /// <param name="condition">What must hold, its names resolved.</param>
    /// <returns>The searches whose answers together are the answer; none where the condition never holds.</returns>
    /// <exception cref="InvalidQueryException">A part can neither be asked nor checked.</exception>
    public static IReadOnlyList<PlannedSearch> Plan(Condition condition)
    {
        Condition normal = ConditionNormalizer.Normalize(condition);
        if (normal is AnyOf { Parts.Count: 0 })
        {
            return Array.Empty<PlannedSearch>();
        }

        if (normal is AllOf { Parts.Count: 0 })
        {
            return [new PlannedSearch(ConversationQuery.Everything, AllOf.Nothing, [])];
        }

        PlanNode tree = PlanNode.Of(normal);
        IReadOnlyList<PlannedSearch> searches = OneSearch(tree) is { } one ? [one] : SeveralSearches.Plan(tree);
        foreach (PlannedSearch search in searches)
        {
            QueryLimits.Validate(search.Filter);
        }

        return searches;
    }

    /// <summary>The condition as it stands, where the limits allow it and what is left can be checked.</summary>
    private static PlannedSearch? OneSearch(PlanNode tree)
    {
        if (!TryRemainder(tree, out Condition remainder, out IEnumerable<string> reasons))
        {
            return null;
        }

        QueryNode? filter = tree.Filter is { } narrowing ? QueryPacking.Fit(narrowing) : ConversationQuery.Everything;
        return filter is null ? null : new PlannedSearch(filter, remainder, reasons.Distinct().ToList());
    }

    /// <summary>What must be checked besides the filter of a part; false where that cannot be done.</summary>
    private static bool TryRemainder(PlanNode node, out Condition remainder, out IEnumerable<string> reasons)
    {
        remainder = AllOf.Nothing;
        reasons = [];
        if (node is PlanLeaf leaf)
        {
            remainder = leaf.Reason is null ? AllOf.Nothing : leaf.Condition;
            reasons = leaf.Reason is null ? [] : [leaf.Reason];
            return true;
        }

        var group = (PlanGroup)node;
        var remainders = new List<Condition>();
        foreach (PlanNode part in group.Parts)
        {
            if (!TryRemainder(part, out Condition rest, out IEnumerable<string> why))
            {
                return false;
            }

            reasons = reasons.Concat(why);
            if (rest != AllOf.Nothing)
            {
                remainders.Add(rest);
            }
        }

        if (remainders.Count == 0)
        {
            return true;
        }

        // Of an "or", the server does not tell which part brought an answer in: the whole of it is checked.
        remainder = group.IsAll ? Joined(remainders) : group.Condition;
        return group.IsAll || group.IsReadable;
    }

    private static Condition Joined(List<Condition> parts) => parts.Count == 1 ? parts[0] : new AllOf(parts);
}
