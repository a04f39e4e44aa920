using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Querying;
using IntercomPS.Querying.Planning;

namespace IntercomPS.Client;

/// <summary>Asks how many conversations the server counts for a plan, without reading them.</summary>
internal static class PlanCount
{
    /// <summary>Asks.</summary>
    /// <param name="client">The client.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="createdBefore">The first second, Unix, of whose beginnings nothing is counted; a server that takes bounds as inclusive counts that second too.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The count; null where the plan is not one search, its question has no room for the bound, or the server does not tell.</returns>
    /// <exception cref="IntercomException">No good answer came.</exception>
    public static async Task<long?> AskAsync(IntercomClient client, QueryPlan plan, long createdBefore, CancellationToken cancellationToken)
    {
        var bound = new QueryFilter("created_at", SearchOperator.LessThan, createdBefore);
        if (plan.Searches.Count != 1 || QueryLimits.TryAdd(plan.Searches[0].Filter, bound) is not { } question)
        {
            return null;
        }

        var page = new SearchPageRequest(question, plan.Sort, Cursor: null, PageSize: 1);
        return (await client.SearchPageAsync(page, static _ => { }, cancellationToken).ConfigureAwait(false)).TotalCount;
    }
}
