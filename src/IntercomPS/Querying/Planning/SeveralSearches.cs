using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying.Conditions;

namespace IntercomPS.Querying.Planning;

/// <summary>Plans a condition that one search cannot hold: multiplied out, its terms spread over as few searches as the limits allow.</summary>
internal static class SeveralSearches
{
    /// <summary>The most searches that are run side by side, where one that reads everything would do instead.</summary>
    /// <remarks>Merging them keeps two pages of each in memory.</remarks>
    public const int Maximum = 40;

    // A group of full groups.
    private const int FiltersOfGroups = QueryLimits.MaximumFilters * QueryLimits.MaximumFilters;

    /// <summary>Plans the searches.</summary>
    /// <param name="tree">The condition.</param>
    /// <returns>The searches.</returns>
    public static IReadOnlyList<PlannedSearch> Plan(PlanNode tree)
    {
        List<PlannedTerm> terms = PlanTerms.Of(tree)
            .Select(leaves => PlannedTerm.Of(leaves, FiltersOfGroups))
            .GroupBy(term => term.Key)
            .Select(same => same.First())
            .ToList();
        if (tree.IsReadable && terms.Exists(term => term.Filter is null))
        {
            // One of them reads everything anyway.
            return [new PlannedSearch(ConversationQuery.Everything, tree.Condition, terms.SelectMany(term => term.Reasons).Distinct().ToList())];
        }

        List<PlannedSearch> searches = terms.Where(term => term.Kind == PlannedTermKind.Alone).Select(term => term.ToSearch())
            .Concat(InBranches(terms, PlannedTermKind.Exact))
            .Concat(InBranches(terms, PlannedTermKind.Checked))
            .ToList();
        return searches.Count > Maximum && tree.IsReadable
            ? [new PlannedSearch(ConversationQuery.Everything, tree.Condition, [$"Intercom would have to be asked in {searches.Count} searches"])]
            : searches;
    }

    /// <summary>Single filters fill a group of groups, others are a group each already.</summary>
    private static IEnumerable<PlannedSearch> InBranches(IReadOnlyList<PlannedTerm> terms, PlannedTermKind kind)
    {
        ILookup<bool, PlannedTerm> bySize = terms.Where(term => term.Kind == kind).ToLookup(term => term.Filter is QueryFilter);
        return InBranches(bySize[true].ToList(), FiltersOfGroups).Concat(InBranches(bySize[false].ToList(), QueryLimits.MaximumFilters));
    }

    private static IEnumerable<PlannedSearch> InBranches(List<PlannedTerm> terms, int size)
    {
        for (int start = 0; start < terms.Count; start += size)
        {
            List<PlannedTerm> branches = terms.Skip(start).Take(size).ToList();
            yield return branches.Count == 1 ? branches[0].ToSearch() : new PlannedSearch(
                QueryPacking.Fit(QueryPacking.Join(QueryGroup.Or, branches.Select(branch => branch.Filter!))!)!,
                branches.Exists(branch => branch.Kind == PlannedTermKind.Checked) ? new AnyOf(branches.Select(branch => branch.Condition).ToList()) : AllOf.Nothing,
                branches.SelectMany(branch => branch.Reasons).Distinct().ToList());
        }
    }
}
