namespace IntercomPS.Querying.Planning;

/// <summary>What the server can be asked of a comparison: it finds at least every conversation for which the comparison holds.</summary>
/// <param name="Filter">The filter, or a group of filters; null where nothing can be asked.</param>
/// <param name="Reason">Why the answer must be checked here, for a person to read; null where it is exact.</param>
internal sealed record ServerNarrowing(QueryNode? Filter, string? Reason)
{
    /// <summary>Whether the server finds nothing else.</summary>
    public bool IsExact => Reason is null;
}
