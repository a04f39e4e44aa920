using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Planning;

namespace IntercomPS;

/// <summary>One of the searches by which a query is answered, as Get-IntercomQuery shows it.</summary>
public sealed class PlannedQuery
{
    private PlannedQuery(PlannedSearch search, QueryPlan plan, int number, bool isFallback)
    {
        Number = number;
        Count = plan.Searches.Count;
        Json = QueryJson.ToText(search.Filter);
        SortBy = $"{plan.Sort.ApiField} {(plan.Sort.Ascending ? "ascending" : "descending")}";
        ClientCheck = search.IsChecked ? ConditionText.Of(search.Check) : null;
        Reason = search.Reasons;
        ReadsWholeWorkspace = search.Filter == ConversationQuery.Everything;
        IsFallback = isFallback;
    }

    /// <summary>Which of the searches it is, from 1.</summary>
    public int Number { get; }

    /// <summary>How many searches answer the query together.</summary>
    public int Count { get; }

    /// <summary>What Intercom is asked, in its own form: what stands under "query" in the request, and what -Query takes.</summary>
    public string Json { get; }

    /// <summary>The field that Intercom sorts by, and the direction.</summary>
    public string SortBy { get; }

    /// <summary>What is checked here on each conversation that Intercom returns, written as a filter; null where Intercom's answer is exact.</summary>
    public string? ClientCheck { get; }

    /// <summary>Why that is checked here; empty where nothing is.</summary>
    public IReadOnlyList<string> Reason { get; }

    /// <summary>Whether Intercom cannot be asked anything of it, so that every conversation of the workspace is read.</summary>
    public bool ReadsWholeWorkspace { get; }

    /// <summary>Whether it is run only where Intercom refuses the undocumented filter on the CX score (-ServerCxFilter).</summary>
    public bool IsFallback { get; }

    /// <summary>The query.</summary>
    /// <returns>The JSON.</returns>
    public override string ToString() => Json;

    internal static IReadOnlyList<PlannedQuery> Of(QueryPlan plan) =>
        [.. Of(plan, isFallback: false), .. plan.Fallback is { } fallback ? Of(fallback, isFallback: true) : []];

    private static IEnumerable<PlannedQuery> Of(QueryPlan plan, bool isFallback) =>
        plan.Searches.Select((search, index) => new PlannedQuery(search, plan, index + 1, isFallback));
}
