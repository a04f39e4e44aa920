using System.Collections.Generic;
using System.Linq;

namespace IntercomPS.Querying.Conditions;

/// <summary>Joins equalities of one field into lists, and cuts lists to what one filter takes.</summary>
internal static class EqualityJoining
{
    /// <summary>Joins and cuts.</summary>
    /// <param name="parts">The parts of a group.</param>
    /// <param name="negated">Whether "not one of" is joined, as in a group of which all must hold, or "one of", as in one of which any must.</param>
    /// <returns>Parts that mean the same in that group.</returns>
    public static IEnumerable<Condition> Join(IReadOnlyList<Condition> parts, bool negated)
    {
        var done = new HashSet<string>();
        foreach (Condition part in parts)
        {
            if (Joinable(part, negated) is not { } first)
            {
                foreach (Condition cut in Cut(part))
                {
                    yield return cut;
                }
            }
            else if (done.Add(first.Field.Name))
            {
                List<object?> values = parts.Select(other => Joinable(other, negated))
                    .Where(other => other?.Field == first.Field)
                    .SelectMany(other => other!.Values)
                    .Distinct()
                    .ToList();
                foreach (Comparison chunk in Chunks(first, values))
                {
                    yield return negated ? new Negation(chunk) : chunk;
                }
            }
        }
    }

    /// <summary>A long list in a group of the other kind becomes a group of its own.</summary>
    private static IEnumerable<Condition> Cut(Condition part) => part switch
    {
        Comparison { Operator: ComparisonOperator.EqualTo } comparison when comparison.Values.Count > QueryLimits.MaximumValues =>
            [new AnyOf(Chunks(comparison, comparison.Values).ToList())],
        Negation { Part: Comparison { Operator: ComparisonOperator.EqualTo } comparison } when comparison.Values.Count > QueryLimits.MaximumValues =>
            [new AllOf(Chunks(comparison, comparison.Values).Select(chunk => (Condition)new Negation(chunk)).ToList())],
        _ => [part],
    };

    private static IEnumerable<Comparison> Chunks(Comparison comparison, IReadOnlyList<object?> values)
    {
        for (int start = 0; start < values.Count; start += QueryLimits.MaximumValues)
        {
            yield return comparison with { Values = values.Skip(start).Take(QueryLimits.MaximumValues).ToList() };
        }
    }

    private static Comparison? Joinable(Condition part, bool negated) =>
        (negated ? (part as Negation)?.Part : part) is Comparison { Operator: ComparisonOperator.EqualTo } comparison
        && !comparison.Values.Contains(null)
            ? comparison
            : null;
}
