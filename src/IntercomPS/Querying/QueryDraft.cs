using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Names;
using IntercomPS.Querying.Planning;

namespace IntercomPS.Querying;

/// <summary>A query as a person gave it: what must hold, in which order; names not yet resolved.</summary>
/// <param name="Condition">What must hold.</param>
/// <param name="Sort">The order.</param>
/// <param name="TryServerCxFilter">Whether the undocumented filter on the CX score is tried.</param>
internal sealed record QueryDraft(Condition Condition, ConversationSort Sort, bool TryServerCxFilter = false)
{
    /// <summary>The query in Intercom's own form, in the place of the condition; null where there is none.</summary>
    public QueryNode? Raw { get; init; }

    /// <summary>Whether names must be looked up before it can be planned.</summary>
    public bool NeedsNames => Raw is null && NameResolver.IsNeeded(Condition);

    /// <summary>Plans a query without names.</summary>
    /// <returns>The plan.</returns>
    /// <exception cref="InvalidQueryException">A part can neither be asked nor checked.</exception>
    public QueryPlan Plan() => Raw is { } raw ? QueryPlan.OfFilter(raw, Sort) : QueryPlan.Of(Condition, Sort, TryServerCxFilter);

    /// <summary>Looks up the names, if any, and plans.</summary>
    /// <param name="names">Where names are looked up.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="InvalidQueryException">A name does not exist, or a part can neither be asked nor checked.</exception>
    public async Task<QueryPlan> PlanAsync(INameDirectory names, CancellationToken cancellationToken)
    {
        if (!NeedsNames)
        {
            return Plan();
        }

        Condition resolved = await new NameResolver(names).ResolveAsync(Condition, cancellationToken).ConfigureAwait(false);
        return (this with { Condition = resolved }).Plan();
    }
}
