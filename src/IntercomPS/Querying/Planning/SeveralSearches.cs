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
        return searches.Count <= Maximum ? searches
            : tree.IsReadable ? [new PlannedSearch(ConversationQuery.Everything, tree.Condition, [$"Intercom would have to be asked in {searches.Count} searches"])]
            : throw new InvalidQueryException(
                $"The filter is too complicated: Intercom would have to be asked in {searches.Count} searches at once, and {Maximum} are the most. Make several searches.");
    }

    /// <summary>A term of several filters takes one of a search's branches; single filters share one, as a group of their own.</summary>
    private static IEnumerable<PlannedSearch> InBranches(IReadOnlyList<PlannedTerm> terms, PlannedTermKind kind)
    {
        ILookup<bool, PlannedTerm> bySize = terms.Where(term => term.Kind == kind).ToLookup(term => term.Filter is QueryFilter);
        Dictionary<PlannedTerm, int> places = terms.Select((term, place) => (term, place)).ToDictionary(pair => pair.term, pair => pair.place);
        var single = new Queue<PlannedTerm>(bySize[true]);
        var grouped = new Queue<PlannedTerm>(bySize[false]);
        while (single.Count + grouped.Count > 0)
        {
            List<PlannedTerm> branches = Take(grouped, QueryLimits.MaximumFilters);
            branches.AddRange(Take(single, (QueryLimits.MaximumFilters - branches.Count) * QueryLimits.MaximumFilters));
            yield return branches.Count == 1 ? branches[0].ToSearch() : Joined(branches.OrderBy(branch => places[branch]).ToList(), kind);
        }
    }

    private static List<PlannedTerm> Take(Queue<PlannedTerm> terms, int count)
    {
        var taken = new List<PlannedTerm>();
        while (taken.Count < count && terms.Count > 0)
        {
            taken.Add(terms.Dequeue());
        }

        return taken;
    }

    private static PlannedSearch Joined(List<PlannedTerm> branches, PlannedTermKind kind) => new(
        QueryPacking.Fit(QueryPacking.Join(QueryGroup.Or, branches.Select(branch => branch.Filter!))!)!,
        kind == PlannedTermKind.Checked ? new AnyOf(branches.Select(branch => branch.Condition).ToList()) : AllOf.Nothing,
        branches.SelectMany(branch => branch.Reasons).Distinct().ToList());
}
