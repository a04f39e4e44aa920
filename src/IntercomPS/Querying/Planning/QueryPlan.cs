using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Querying.Planning;

/// <summary>How a query is answered: the searches, their order, and what to fall back on.</summary>
internal sealed class QueryPlan
{
    /// <summary>The searches whose answers together are the answer; empty where nothing can match.</summary>
    public required IReadOnlyList<PlannedSearch> Searches { get; init; }

    /// <summary>The order.</summary>
    public required ConversationSort Sort { get; init; }

    /// <summary>Whether the CX score is asked for.</summary>
    public bool AsksForCxScore { get; init; }

    /// <summary>The plan without filters that Intercom may refuse; null where there are none.</summary>
    public QueryPlan? Fallback { get; init; }

    /// <summary>Whether each search reads a range of time only, not the whole workspace.</summary>
    public bool IsBoundedInTime => Searches.All(search => TimeBounds.Has(search.Filter));

    /// <summary>
    /// How exact the server's count is, from 0 to 1: 0.9 where only bounds are checked here, 0 where the server
    /// counts what it cannot filter out.
    /// </summary>
    public double CountAccuracy => Searches.Count > 1 ? 0.0 : Searches.Select(search => Accuracy(search.Check)).DefaultIfEmpty(1.0).Min();

    /// <summary>Every conversation of the workspace, newest first.</summary>
    public static QueryPlan Everything { get; } = OfFilter(ConversationQuery.Everything, ConversationSort.NewestFirst);

    /// <summary>A query in Intercom's own form.</summary>
    /// <param name="filter">The query, checked already.</param>
    /// <param name="sort">The order.</param>
    /// <returns>A plan of one search, nothing checked.</returns>
    public static QueryPlan OfFilter(QueryNode filter, ConversationSort sort) =>
        new() { Searches = [new PlannedSearch(filter, AllOf.Nothing, [])], Sort = sort };

    /// <summary>Plans a condition.</summary>
    /// <param name="condition">The condition, its names resolved.</param>
    /// <param name="sort">The order.</param>
    /// <param name="tryServerCxFilter">Whether the undocumented filter on the CX score is tried.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="InvalidQueryException">A part can neither be asked nor checked.</exception>
    public static QueryPlan Of(Condition condition, ConversationSort sort, bool tryServerCxFilter = false)
    {
        bool asksForCxScore = ConditionRewriting.Comparisons(condition).Any(IsOnCxScore);
        var plan = new QueryPlan { Searches = SearchPlanner.Plan(condition), Sort = sort, AsksForCxScore = asksForCxScore };
        return !tryServerCxFilter || !ConditionRewriting.Comparisons(condition).Any(IsOnRating) ? plan : new QueryPlan
        {
            Searches = SearchPlanner.Plan(ConditionRewriting.Replace(condition, WithServerCxFilter)),
            Sort = sort,
            AsksForCxScore = true,
            Fallback = plan,
        };
    }

    private static bool IsOnCxScore(Comparison comparison) =>
        IsOnRating(comparison) || comparison.Field == ConversationOutcomeFields.CxScoreExplanation;

    private static bool IsOnRating(Comparison comparison) => comparison.Field == ConversationOutcomeFields.CxScore;

    private static Comparison WithServerCxFilter(Comparison comparison) => IsOnRating(comparison)
        ? comparison with { Field = ConversationOutcomeFields.CxScore with { ServerField = SearchField.CustomAttributePrefix + ConversationFields.CxScoreAttribute } }
        : comparison;

    private static double Accuracy(Condition check) => check == AllOf.Nothing ? 1.0
        : ConditionRewriting.Comparisons(check).All(comparison => comparison.Field.ServerField is not null
            && comparison.Operator is not (ComparisonOperator.EqualTo or ComparisonOperator.Like)) ? 0.9
        : 0.0;
}
