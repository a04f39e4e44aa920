using System.Collections.Generic;
using System.Linq;

namespace IntercomPS.Querying;

/// <summary>What the server takes of a query: how deep, how wide, which fields and operators.</summary>
/// <remarks>Source: "Nesting &amp; limitations" of the operation searchConversations, API 2.15.</remarks>
internal static class QueryLimits
{
    /// <summary>The most levels of groups.</summary>
    public const int MaximumLevels = 2;

    /// <summary>The most filters in a group.</summary>
    public const int MaximumFilters = 15;

    /// <summary>The most values that we put into one list.</summary>
    /// <remarks>No limit of lists is documented: the one of groups is certainly safe.</remarks>
    public const int MaximumValues = 15;

    /// <summary>The first time, in Unix seconds, that is taken for milliseconds: the year 5138.</summary>
    public const long FirstTimeTooLate = 100_000_000_000;

    /// <summary>Checks a whole query.</summary>
    /// <param name="node">The query.</param>
    /// <exception cref="InvalidQueryException">The server would refuse the query, or answer it with nothing.</exception>
    public static void Validate(QueryNode node) => Validate(node, level: 1);

    /// <summary>Adds a condition to a query, where the limits leave room for it.</summary>
    /// <param name="query">The query.</param>
    /// <param name="condition">What must hold too.</param>
    /// <returns>The query with the condition, or null where there is no room.</returns>
    public static QueryNode? TryAdd(QueryNode query, QueryFilter condition)
    {
        if (query is QueryGroup { Operator: QueryGroup.And } and && and.Nodes.Count < MaximumFilters)
        {
            return and with { Nodes = [.. and.Nodes, condition] };
        }

        if (LevelsOf(query) < MaximumLevels)
        {
            return new QueryGroup(QueryGroup.And, [query, condition]);
        }

        return query is QueryGroup { Operator: QueryGroup.Or } or ? TryAddToEach(or, condition) : null;
    }

    /// <summary>(a or b) and c is (a and c) or (b and c), which needs no further level.</summary>
    private static QueryGroup? TryAddToEach(QueryGroup or, QueryFilter condition)
    {
        var branches = new List<QueryNode>();
        foreach (QueryNode branch in or.Nodes)
        {
            if (TryAdd(branch, condition) is not { } narrowed || LevelsOf(narrowed) >= MaximumLevels)
            {
                return null;
            }

            branches.Add(narrowed);
        }

        return or with { Nodes = branches };
    }

    private static int LevelsOf(QueryNode node) =>
        node is QueryGroup group ? 1 + group.Nodes.Select(LevelsOf).DefaultIfEmpty(0).Max() : 0;

    private static void Validate(QueryNode node, int level)
    {
        if (node is QueryFilter filter)
        {
            FilterRules.Validate(filter);
            return;
        }

        var group = (QueryGroup)node;
        if (level > MaximumLevels)
        {
            throw new InvalidQueryException(
                $"The query nests its groups more than {MaximumLevels} levels deep, which Intercom refuses. Write it flatter.");
        }

        if (group.Nodes.Count == 0)
        {
            throw new InvalidQueryException($"An {group.Operator} group of the query is empty.");
        }

        if (group.Nodes.Count > MaximumFilters)
        {
            throw new InvalidQueryException(
                $"An {group.Operator} group of the query holds {group.Nodes.Count} filters; Intercom takes at most {MaximumFilters}. "
                + "Use IN with a list of values, or several searches.");
        }

        foreach (QueryNode child in group.Nodes)
        {
            Validate(child, level + 1);
        }
    }
}
