using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using IntercomPS.Client.Slicing;
using IntercomPS.Querying.Planning;

namespace IntercomPS.Client;

/// <summary>Reads what a plan finds: one search, several merged, or none; with another plan to fall back on where the server refuses a filter.</summary>
internal sealed class PlanReader
{
    private readonly IntercomClient _client;
    private readonly PlanReading _reading;
    private SlicedSearch? _search;

    /// <summary>Makes a reader; nothing is sent before it is read.</summary>
    /// <param name="client">The client.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="reading">Which part of it is read, and how; null for all of it.</param>
    public PlanReader(IntercomClient client, QueryPlan plan, PlanReading? reading = null)
    {
        _client = client;
        Plan = plan;
        _reading = reading ?? PlanReading.Whole;
    }

    /// <summary>The plan that is read: the one to fall back on, once the server refused the other.</summary>
    public QueryPlan Plan { get; private set; }

    /// <summary>How many conversations the server counted in all searches, known with the first page; null before.</summary>
    public long? TotalCount => Plan.Searches.Count == 0 ? 0 : _search?.TotalCount;

    /// <summary>Reads.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Pages of conversations, each once, in the order of the plan; the first page is given even when it is empty.</returns>
    public async IAsyncEnumerable<IReadOnlyList<Conversation>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IAsyncEnumerator<IReadOnlyList<Conversation>> pages = Start(cancellationToken);
        try
        {
            bool more;
            try
            {
                more = await pages.MoveNextAsync().ConfigureAwait(false);
            }
            catch (IntercomException error) when (error.Kind == ApiErrorKind.Rejected && Plan.Fallback is not null)
            {
                await pages.DisposeAsync().ConfigureAwait(false);
                _client.Observer.Noted($"The server refused the filter on the CX score ({error.Message}); it is checked here instead.");
                Plan = Plan.Fallback;
                _reading.FellBack?.Invoke(Plan);
                pages = Start(cancellationToken);
                more = await pages.MoveNextAsync().ConfigureAwait(false);
            }

            while (more)
            {
                yield return pages.Current;
                more = await pages.MoveNextAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await pages.DisposeAsync().ConfigureAwait(false);
        }
    }

    private IAsyncEnumerator<IReadOnlyList<Conversation>> Start(CancellationToken cancellationToken)
    {
        _search = new SlicedSearch(new SliceContext(_client, Plan, _reading));
        return _search.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
    }
}
