using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Querying;
using IntercomPS.Querying.Planning;

namespace IntercomPS.Client.Slicing;

/// <summary>Between which moments the conversations of a plan began, to cut them evenly. Only how evenly depends on it.</summary>
internal sealed class CreationSpan
{
    private readonly IntercomClient _client;
    private readonly QueryPlan _plan;
    private readonly object _gate = new();
    private Task<long>? _floor;

    public CreationSpan(IntercomClient client, QueryPlan plan)
    {
        _client = client;
        _plan = plan;
    }

    /// <summary>The present, by our clock.</summary>
    public long Ceiling => _client.Time.GetUtcNow().ToUnixTimeSeconds() + 1;

    /// <summary>When the oldest conversation began: as the query says, else as the server does, asked once.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Unix seconds.</returns>
    public Task<long> FloorAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _floor ??= FindFloorAsync(cancellationToken);
        }
    }

    private async Task<long> FindFloorAsync(CancellationToken cancellationToken)
    {
        long asked = _plan.Searches.Select(search => FloorOf(search.Filter)).DefaultIfEmpty(0).Min();
        if (asked > 0)
        {
            return asked;
        }

        QueryNode question = _plan.Searches.Count == 1 ? _plan.Searches[0].Filter : ConversationQuery.Everything;
        var oldestFirst = new ConversationSort(ConversationSortField.CreatedAt, Ascending: true);
        ConversationPage page = await _client.SearchPageAsync(
            new SearchPageRequest(question, oldestFirst, Cursor: null, PageSize: 1), _ => { }, cancellationToken).ConfigureAwait(false);
        return page.Conversations.Select(conversation => conversation.CreatedAt.ToUnixTimeSeconds()).DefaultIfEmpty(0).Min();
    }

    private static long FloorOf(QueryNode node) => node switch
    {
        QueryFilter { Field: "created_at", Operator: SearchOperator.GreaterThan } filter => Convert.ToInt64(filter.Value, CultureInfo.InvariantCulture),
        QueryGroup { Operator: QueryGroup.And } and => and.Nodes.Select(FloorOf).DefaultIfEmpty(0).Max(),
        QueryGroup or => or.Nodes.Select(FloorOf).DefaultIfEmpty(0).Min(),
        _ => 0,
    };
}
