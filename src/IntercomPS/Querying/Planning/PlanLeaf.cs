using IntercomPS.Querying.Conditions;

namespace IntercomPS.Querying.Planning;

/// <summary>A part of a condition that is asked or checked as one.</summary>
/// <param name="Condition">The part.</param>
/// <param name="Server">What to ask the server for it; null where that would be everything.</param>
/// <param name="Reason">Why the answer must be checked here; null where it is exact.</param>
/// <param name="Readable">Whether it can be checked here.</param>
internal sealed record PlanLeaf(Condition Condition, QueryNode? Server, string? Reason, bool Readable) : PlanNode(Condition)
{
    /// <inheritdoc/>
    public override bool IsReadable => Readable;

    /// <inheritdoc/>
    public override QueryNode? Filter => Server;
}
