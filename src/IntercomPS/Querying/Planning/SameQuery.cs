using System.Collections.Generic;
using System.Linq;

namespace IntercomPS.Querying.Planning;

/// <summary>Tells whether two parts of a query are the same, lists of values and groups included.</summary>
internal sealed class SameQuery : IEqualityComparer<QueryNode>
{
    private SameQuery()
    {
    }

    /// <summary>The comparer.</summary>
    public static SameQuery Comparer { get; } = new();

    /// <inheritdoc/>
    public bool Equals(QueryNode? x, QueryNode? y) => (x, y) switch
    {
        (QueryFilter first, QueryFilter second) => first.Field == second.Field && first.Operator == second.Operator && SameValue(first.Value, second.Value),
        (QueryGroup first, QueryGroup second) => first.Operator == second.Operator && first.Nodes.SequenceEqual(second.Nodes, this),
        _ => ReferenceEquals(x, y),
    };

    /// <inheritdoc/>
    public int GetHashCode(QueryNode obj) => obj switch
    {
        QueryFilter filter => (filter.Field, filter.Operator).GetHashCode(),
        QueryGroup group => group.Nodes.Aggregate(group.Nodes.Count, (hash, node) => unchecked((hash * 31) + GetHashCode(node))),
        _ => 0,
    };

    private static bool SameValue(object? first, object? second) => first is IReadOnlyList<object?> list && second is IReadOnlyList<object?> other
        ? list.SequenceEqual(other)
        : Equals(first, second);
}
