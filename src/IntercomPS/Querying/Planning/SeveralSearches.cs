using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying.Conditions;

namespace IntercomPS.Querying.Planning;

/// <summary>Plans a condition that one search cannot hold: multiplied out, its terms spread over as few searches as the limits allow.</summary>
internal static class SeveralSearches
{
    // A group of full groups.
    private const int MaximumFiltersOfTerm = QueryLimits.MaximumFilters * QueryLimits.MaximumFilters;

    /// <summary>Plans the searches.</summary>
    /// <param name="tree">The condition.</param>
    /// <returns>The searches.</returns>
    public static IReadOnlyList<PlannedSearch> Plan(PlanNode tree)
    {
        List<PlannedTerm> terms = PlanTerms.Of(tree)
            .Select(leaves => PlannedTerm.Of(leaves, MaximumFiltersOfTerm))
            .GroupBy(term => term.Key)
            .Select(same => same.First())
            .ToList();
        if (tree.IsReadable && terms.Exists(term => term.Filter is null))
        {
            // One of them reads everything anyway.
            return [new PlannedSearch(ConversationQuery.Everything, tree.Condition, terms.SelectMany(term => term.Reasons).Distinct().ToList())];
        }

        return terms.Where(term => term.Kind == PlannedTermKind.Alone).Select(term => term.ToSearch())
            .Concat(InBranches(terms.Where(term => term.Kind == PlannedTermKind.Exact)))
            .Concat(InBranches(terms.Where(term => term.Kind == PlannedTermKind.Checked)))
            .ToList();
    }

    private static IEnumerable<PlannedSearch> InBranches(IEnumerable<PlannedTerm> terms)
    {
        List<PlannedTerm> rest = terms.ToList();
        while (rest.Count > 0)
        {
            List<PlannedTerm> branches = rest.Take(QueryLimits.MaximumFilters).ToList();
            rest.RemoveRange(0, branches.Count);
            yield return branches.Count == 1 ? branches[0].ToSearch() : new PlannedSearch(
                QueryPacking.Fit(QueryPacking.Join(QueryGroup.Or, branches.Select(branch => branch.Filter!))!)!,
                branches.Exists(branch => branch.Kind == PlannedTermKind.Checked) ? new AnyOf(branches.Select(branch => branch.Condition).ToList()) : AllOf.Nothing,
                branches.SelectMany(branch => branch.Reasons).Distinct().ToList());
        }
    }
}
