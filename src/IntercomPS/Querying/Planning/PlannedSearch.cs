using System.Collections.Generic;
using IntercomPS.Querying.Conditions;

namespace IntercomPS.Querying.Planning;

/// <summary>One search of a plan.</summary>
/// <param name="Filter">The question to the server, within its limits.</param>
/// <param name="Check">What must hold of each answer besides; <see cref="AllOf.Nothing"/> where the server's answer is exact.</param>
/// <param name="Reasons">Why that is checked here; empty where nothing is.</param>
internal sealed record PlannedSearch(QueryNode Filter, Condition Check, IReadOnlyList<string> Reasons)
{
    /// <summary>Whether answers are checked here.</summary>
    public bool IsChecked => Check != AllOf.Nothing;
}
