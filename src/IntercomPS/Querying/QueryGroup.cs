using System.Collections.Generic;

namespace IntercomPS.Querying;

/// <summary>Several nodes of a search query, of which all or any must hold.</summary>
/// <param name="Operator">AND or OR.</param>
/// <param name="Nodes">The filters or groups in it.</param>
internal sealed record QueryGroup(string Operator, IReadOnlyList<QueryNode> Nodes) : QueryNode
{
    public const string And = "AND";
    public const string Or = "OR";
}
