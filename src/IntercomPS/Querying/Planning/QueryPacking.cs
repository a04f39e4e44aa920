using System.Collections.Generic;
using System.Linq;

namespace IntercomPS.Querying.Planning;

/// <summary>Arranges the filters of a query so that the server's limits hold.</summary>
internal static class QueryPacking
{
    /// <summary>Joins filters and groups into one flat group.</summary>
    /// <param name="operator">AND or OR.</param>
    /// <param name="nodes">The parts.</param>
    /// <returns>The group without repeats; the part itself where it is one; null where there is none.</returns>
    public static QueryNode? Join(string @operator, IEnumerable<QueryNode> nodes)
    {
        List<QueryNode> flat = nodes
            .SelectMany(node => node is QueryGroup group && group.Operator == @operator ? group.Nodes : [node])
            .Distinct(SameQuery.Comparer)
            .ToList();
        return flat.Count switch { 0 => null, 1 => flat[0], _ => new QueryGroup(@operator, flat) };
    }

    /// <summary>Brings a query within the limits, where groups that are too wide can become groups of groups.</summary>
    /// <param name="node">The query, its groups flat.</param>
    /// <returns>A query that means the same; null where it does not fit.</returns>
    public static QueryNode? Fit(QueryNode node) => Fit(node, QueryLimits.MaximumLevels);

    private static QueryNode? Fit(QueryNode node, int levels)
    {
        if (node is not QueryGroup group)
        {
            return node;
        }

        if (levels == 0)
        {
            return null;
        }

        var parts = new List<QueryNode>();
        foreach (QueryNode part in group.Nodes)
        {
            if (Fit(part, levels - 1) is not { } fitting)
            {
                return null;
            }

            parts.Add(fitting);
        }

        List<QueryNode>? packed = levels > 1 ? Pack(group.Operator, parts) : parts;
        return packed.Count <= QueryLimits.MaximumFilters ? group with { Nodes = packed } : null;
    }

    /// <summary>Puts as many single filters as needed into groups of the same kind.</summary>
    private static List<QueryNode> Pack(string @operator, List<QueryNode> parts)
    {
        while (parts.Count > QueryLimits.MaximumFilters && parts.OfType<QueryFilter>().Skip(1).Any())
        {
            int excess = parts.Count - QueryLimits.MaximumFilters + 1;
            List<QueryNode> packed = parts.Where(part => part is QueryFilter).Take(System.Math.Min(excess, QueryLimits.MaximumFilters)).ToList();
            int first = parts.IndexOf(packed[0]);
            parts = parts.Except(packed).ToList();
            parts.Insert(System.Math.Min(first, parts.Count), new QueryGroup(@operator, packed));
        }

        return parts;
    }
}
