using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying.Conditions;

namespace IntercomPS.Querying.Planning;

/// <summary>Parts of a condition of which all or any must hold.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Operator">AND or OR.</param>
/// <param name="Parts">The parts.</param>
internal sealed record PlanGroup(Condition Condition, string Operator, IReadOnlyList<PlanNode> Parts) : PlanNode(Condition)
{
    /// <summary>Whether all parts must hold.</summary>
    public bool IsAll => Operator == QueryGroup.And;

    /// <inheritdoc/>
    public override bool IsReadable => Parts.All(part => part.IsReadable);

    /// <inheritdoc/>
    public override QueryNode? Filter
    {
        get
        {
            List<QueryNode?> filters = Parts.Select(part => part.Filter).ToList();
            return !IsAll && filters.Contains(null) ? null : QueryPacking.Join(Operator, filters.OfType<QueryNode>());
        }
    }
}
