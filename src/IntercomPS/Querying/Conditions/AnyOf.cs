using System.Collections.Generic;

namespace IntercomPS.Querying.Conditions;

/// <summary>Holds where at least one part does; without parts, never.</summary>
/// <param name="Parts">The parts.</param>
internal sealed record AnyOf(IReadOnlyList<Condition> Parts) : Condition
{
    /// <summary>What holds of no conversation.</summary>
    public static AnyOf Nothing { get; } = new([]);
}
