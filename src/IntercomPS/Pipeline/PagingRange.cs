using System;
using System.Management.Automation;

namespace IntercomPS.Pipeline;

/// <summary>What the paging parameters -First, -Skip and -IncludeTotalCount ask for.</summary>
/// <param name="Skip">How many objects to pass over.</param>
/// <param name="First">How many objects to write after that; null for all.</param>
/// <param name="TotalCount">Makes the number of all objects, which comes first, as the engine writes it: with how exact it is, from 0 to 1. Null where it was not asked for.</param>
internal sealed record PagingRange(long Skip, long? First, Func<ulong, double, PSObject>? TotalCount)
{
    /// <summary>How many objects must be read, those passed over included; null for all.</summary>
    public long? Wanted => First is { } first ? (first > long.MaxValue - Skip ? long.MaxValue : first + Skip) : null;

    /// <summary>Reads the engine's paging parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <returns>What they ask for.</returns>
    public static PagingRange From(PagingParameters parameters) => new(
        parameters.Skip > long.MaxValue ? long.MaxValue : (long)parameters.Skip,
        parameters.First > long.MaxValue ? null : (long)parameters.First, // the engine's default is ulong.MaxValue
        parameters.IncludeTotalCount ? parameters.NewTotalCount : null);
}
