using System.Collections.Generic;

namespace IntercomPS.Querying.Conditions;

/// <summary>Holds where every part does; without parts, always.</summary>
/// <param name="Parts">The parts.</param>
internal sealed record AllOf(IReadOnlyList<Condition> Parts) : Condition
{
    /// <summary>What holds of every conversation.</summary>
    public static AllOf Nothing { get; } = new([]);
}
