using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying.Conditions;

namespace IntercomPS.Querying.Planning;

/// <summary>A term of a condition: parts that must all hold, the filter for them, and what is left to check.</summary>
internal sealed class PlannedTerm
{
    private PlannedTerm(IReadOnlyList<PlanLeaf> asked, IReadOnlyList<PlanLeaf> leftOut)
    {
        Filter = QueryPacking.Join(QueryGroup.And, asked.Select(leaf => leaf.Server).OfType<QueryNode>());
        Condition = And(asked.Concat(leftOut));
        List<PlanLeaf> inexact = asked.Where(leaf => leaf.Reason is not null).Concat(leftOut).ToList();
        Check = And(inexact);
        Reasons = inexact.Select(leaf => leaf.Reason ?? "Intercom's limits leave no room to ask for all of it").Distinct().ToList();
        bool isBranch = Filter is QueryFilter or QueryGroup { Nodes.Count: <= QueryLimits.MaximumFilters } && !HasGroups(Filter);
        Kind = !isBranch || (inexact.Count > 0 && !asked.All(leaf => leaf.IsReadable))
            ? PlannedTermKind.Alone
            : inexact.Count == 0 ? PlannedTermKind.Exact : PlannedTermKind.Checked;
    }

    /// <summary>The question to the server; null where that is everything.</summary>
    public QueryNode? Filter { get; }

    /// <summary>All of the term.</summary>
    public Condition Condition { get; }

    /// <summary>What is left to check where the search is for this term alone.</summary>
    public Condition Check { get; }

    /// <summary>Why that is left.</summary>
    public IReadOnlyList<string> Reasons { get; }

    /// <summary>With which others it can share a search.</summary>
    public PlannedTermKind Kind { get; }

    /// <summary>The same for terms that mean the same.</summary>
    public string Key => ConditionText.Of(Condition);

    /// <summary>Makes a term.</summary>
    /// <param name="leaves">Its parts.</param>
    /// <param name="maximumFilters">How many filters it may have; parts beyond are checked here.</param>
    /// <returns>The term.</returns>
    /// <exception cref="InvalidQueryException">There are more, and they cannot be checked.</exception>
    public static PlannedTerm Of(IReadOnlyList<PlanLeaf> leaves, int maximumFilters)
    {
        // Those that cannot be checked are asked first. A filter can be a group of two or three.
        List<PlanLeaf> ordered = leaves.Count > maximumFilters / 3 ? leaves.OrderBy(leaf => leaf.IsReadable).ToList() : leaves.ToList();
        List<PlanLeaf> asked = ordered.Take(maximumFilters / 3).ToList();
        List<PlanLeaf> leftOut = ordered.Skip(asked.Count).ToList();
        return leftOut.Find(leaf => !leaf.IsReadable) is { } unreadable
            ? throw new InvalidQueryException($"The filter is too complicated to ask Intercom for \"{ConditionText.Of(unreadable.Condition)}\". Use several searches.")
            : new PlannedTerm(asked, leftOut);
    }

    /// <summary>A search for this term alone.</summary>
    /// <returns>The search.</returns>
    public PlannedSearch ToSearch() => new(Filter is null ? ConversationQuery.Everything : QueryPacking.Fit(Filter)!, Check, Reasons);

    private static Condition And(IEnumerable<PlanLeaf> leaves)
    {
        List<Condition> parts = leaves.Select(leaf => leaf.Condition).ToList();
        return parts.Count switch { 0 => AllOf.Nothing, 1 => parts[0], _ => new AllOf(parts) };
    }

    private static bool HasGroups(QueryNode? filter) => filter is QueryGroup group && group.Nodes.Any(node => node is QueryGroup);
}
