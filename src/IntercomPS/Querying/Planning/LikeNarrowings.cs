using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying.Conditions;

namespace IntercomPS.Querying.Planning;

/// <summary>Translates wildcard patterns: starts with, ends with, contains.</summary>
internal static class LikeNarrowings
{
    /// <summary>Translates a pattern.</summary>
    /// <param name="name">The server's field.</param>
    /// <param name="pattern">The pattern, as in PowerShell.</param>
    /// <param name="negated">Whether it must not fit.</param>
    /// <returns>An exact filter for abc*, *abc and *abc*, a wider one or none for the others.</returns>
    public static ServerNarrowing Of(string name, string pattern, bool negated)
    {
        var shape = WildcardShape.Of(pattern);
        if (shape.Contained is { } contained)
        {
            return new ServerNarrowing(new QueryFilter(name, negated ? SearchOperator.NotContains : SearchOperator.Contains, contained), Reason: null);
        }

        string reason = $"Intercom has no filter for {name} {(negated ? "-notlike" : "-like")} '{pattern}'";
        if (negated || shape.Pieces.Count == 0)
        {
            return new ServerNarrowing(null, reason);
        }

        List<QueryFilter> filters = Filters(name, shape).ToList();
        bool exact = shape.HasStarsOnly && shape.Pieces.Count == 1 && shape.HasStart != shape.HasEnd;
        return new ServerNarrowing(filters.Count == 1 ? filters[0] : new QueryGroup(QueryGroup.And, filters.Cast<QueryNode>().ToList()), exact ? null : reason);
    }

    private static IEnumerable<QueryFilter> Filters(string name, WildcardShape shape)
    {
        if (shape.HasStart)
        {
            yield return new QueryFilter(name, SearchOperator.StartsWith, shape.Pieces[0]);
        }

        if (shape.HasEnd)
        {
            yield return new QueryFilter(name, SearchOperator.EndsWith, shape.Pieces[shape.Pieces.Count - 1]);
        }

        if (!shape.HasStart && !shape.HasEnd)
        {
            yield return new QueryFilter(name, SearchOperator.Contains, shape.Longest);
        }
    }
}
