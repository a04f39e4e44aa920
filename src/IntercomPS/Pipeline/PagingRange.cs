using System.Management.Automation;

namespace IntercomPS.Pipeline;

/// <summary>What the paging parameters -First, -Skip and -IncludeTotalCount ask for.</summary>
/// <param name="Skip">How many objects to pass over.</param>
/// <param name="First">How many objects to write after that; null for all.</param>
/// <param name="IncludeTotalCount">Whether the number of all objects comes first.</param>
internal readonly record struct PagingRange(long Skip, long? First, bool IncludeTotalCount)
{
    /// <summary>How many objects must be read, those passed over included; null for all.</summary>
    public long? Wanted => First is { } first ? (first > long.MaxValue - Skip ? long.MaxValue : first + Skip) : null;

    /// <summary>Reads the engine's paging parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <returns>What they ask for.</returns>
    public static PagingRange From(PagingParameters parameters) => new(
        parameters.Skip > long.MaxValue ? long.MaxValue : (long)parameters.Skip,
        parameters.First > long.MaxValue ? null : (long)parameters.First, // the engine's default is ulong.MaxValue
        parameters.IncludeTotalCount);
}
