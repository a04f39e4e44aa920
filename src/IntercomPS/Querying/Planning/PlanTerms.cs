using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying.Conditions;

namespace IntercomPS.Querying.Planning;

/// <summary>Multiplies a condition out: any of several terms, each a list of parts that must all hold.</summary>
internal static class PlanTerms
{
    /// <summary>The most terms of parts that must all hold; beyond it a part is checked on the answers rather than asked.</summary>
    private const int MaximumProduct = SeveralSearches.Maximum * QueryLimits.MaximumFilters;

    /// <summary>The most terms that are one filter each, such as the pieces of a long list.</summary>
    private const int MaximumSum = SeveralSearches.Maximum * QueryLimits.MaximumFilters * QueryLimits.MaximumFilters;

    /// <summary>Multiplies out.</summary>
    /// <param name="node">The condition.</param>
    /// <returns>The terms.</returns>
    /// <exception cref="InvalidQueryException">There would be too many, and conversations do not show a field in it.</exception>
    public static IReadOnlyList<IReadOnlyList<PlanLeaf>> Of(PlanNode node)
    {
        if (node is PlanLeaf leaf)
        {
            return [[leaf]];
        }

        var group = (PlanGroup)node;
        List<IReadOnlyList<IReadOnlyList<PlanLeaf>>> parts = group.Parts.Select(Of).ToList();
        return group.IsAll
            ? Product(group, parts)
            : parts.Sum(part => part.Count) <= MaximumSum ? parts.SelectMany(part => part).ToList() : [[Checked(group)]];
    }

    private static List<IReadOnlyList<PlanLeaf>> Product(PlanGroup group, List<IReadOnlyList<IReadOnlyList<PlanLeaf>>> parts)
    {
        List<IReadOnlyList<PlanLeaf>> terms = [[]];
        foreach ((PlanNode node, IReadOnlyList<IReadOnlyList<PlanLeaf>> part) in group.Parts
            .Select((node, index) => (node, parts[index]))
            .OrderBy(pair => pair.node.IsReadable)
            .ThenBy(pair => pair.Item2.Count))
        {
            IReadOnlyList<IReadOnlyList<PlanLeaf>> factor = terms.Count * part.Count <= MaximumProduct ? part : [[Checked(node)]];
            terms = terms.SelectMany(term => factor.Select(more => (IReadOnlyList<PlanLeaf>)[.. term, .. more])).ToList();
        }

        return terms;
    }

    /// <summary>A part that is checked here as a whole; where a filter of its own fits the limits, the server still narrows by it.</summary>
    private static PlanLeaf Checked(PlanNode node) => node.IsReadable
        ? new PlanLeaf(node.Condition, Server: null, "Intercom's limits leave no room to ask for all of it", Readable: true)
        : throw new InvalidQueryException(
            $"\"{ConditionText.Of(node.Condition)}\" is too complicated to ask Intercom for, and conversations do not show a field in it. Use several searches.");
}
