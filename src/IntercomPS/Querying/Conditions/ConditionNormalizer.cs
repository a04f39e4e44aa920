using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Querying.Conditions;

/// <summary>
/// Brings a condition to a form that means the same and is easier to ask: negations only before single
/// comparisons, groups flat, nothing twice, equalities of one field joined, lists cut to what a filter takes.
/// </summary>
internal static class ConditionNormalizer
{
    /// <summary>Normalizes a condition.</summary>
    /// <param name="condition">The condition, its names resolved.</param>
    /// <returns>Comparisons, negated ones, and flat groups of them; an empty group where it always or never holds.</returns>
    public static Condition Normalize(Condition condition) => Normalize(condition, negated: false);

    private static Condition Normalize(Condition condition, bool negated) => condition switch
    {
        Negation negation => Normalize(negation.Part, !negated),
        AllOf all => Group(!negated, all.Parts, negated),
        AnyOf any => Group(negated, any.Parts, negated),
        Comparison { Field.OnlyWhere: { } where } comparison => Normalize(OfTarget(comparison, where), negated),
        _ => Literal((Comparison)condition, negated),
    };

    /// <summary>A field that is there only where something else holds, by the field that is really compared.</summary>
    private static AnyOf OfTarget(Comparison comparison, Condition where)
    {
        Comparison target = comparison with { Field = comparison.Field.Target! };
        List<object?> present = comparison.Values.Where(value => value is not (null or "")).ToList();
        List<Condition> ways = present.Count == 0 ? [] : [new AllOf([where, target with { Values = present }])];
        return new AnyOf(present.Count == comparison.Values.Count
            ? ways
            : [.. ways, new Negation(where), target with { Operator = ComparisonOperator.EqualTo, Values = [null] }]);
    }

    private static Condition Group(bool all, IReadOnlyList<Condition> parts, bool negated) =>
        Group(all, parts.Select(part => Normalize(part, negated)));

    private static Condition Group(bool all, IEnumerable<Condition> parts)
    {
        var flat = new List<Condition>();
        foreach (Condition part in parts)
        {
            IReadOnlyList<Condition>? same = all ? (part as AllOf)?.Parts : (part as AnyOf)?.Parts;
            IReadOnlyList<Condition>? other = all ? (part as AnyOf)?.Parts : (part as AllOf)?.Parts;
            if (other is { Count: 0 })
            {
                return part; // never, in an "all"; always, in an "any"
            }

            flat.AddRange(same ?? [part]);
        }

        List<Condition> joined = EqualityJoining.Join(flat, negated: all).ToList();
        if (joined.Count > 1)
        {
            joined = joined.GroupBy(ConditionText.Of).Select(same => same.First()).ToList();
        }

        return joined.Count == 1 ? joined[0] : all ? new AllOf(joined) : new AnyOf(joined);
    }

    private static Condition Literal(Comparison comparison, bool negated)
    {
        if (comparison.Operator is not (ComparisonOperator.EqualTo or ComparisonOperator.Like))
        {
            return Order(comparison, negated);
        }

        List<object?> values = comparison.Values
            .Select(value => value is "" && comparison.Operator == ComparisonOperator.EqualTo ? null : value)
            .Where(value => CanHold(comparison.Field, value))
            .Distinct()
            .ToList();
        bool missing = values.Remove(null);
        IEnumerable<Condition> parts = values.Count == 0 ? [] : comparison.Operator == ComparisonOperator.Like
            ? values.Select(value => (Condition)(comparison with { Values = [value] }))
            : [comparison with { Values = values }];
        if (missing)
        {
            parts = parts.Append(comparison with { Values = [null] });
        }

        return Group(all: negated, parts.Select(part => negated ? new Negation(part) : part));
    }

    private static bool CanHold(ConversationField field, object? value) => value switch
    {
        null => !field.IsAlwaysSet,
        long seconds when field.Kind == FieldKind.Time => seconds is >= 0 and < QueryLimits.FirstTimeTooLate,
        _ => true,
    };

    /// <summary>The opposite of an order is the other order, or that the field is missing.</summary>
    private static Condition Order(Comparison comparison, bool negated)
    {
        if (!negated)
        {
            return comparison;
        }

        if (comparison.Field.Kind == FieldKind.Attribute)
        {
            return new Negation(comparison); // it holds also where the attribute is no number
        }

        Condition opposite = comparison with
        {
            Operator = comparison.Operator switch
            {
                ComparisonOperator.LessThan => ComparisonOperator.AtLeast,
                ComparisonOperator.AtMost => ComparisonOperator.GreaterThan,
                ComparisonOperator.GreaterThan => ComparisonOperator.AtMost,
                _ => ComparisonOperator.LessThan,
            },
        };
        return comparison.Field.IsAlwaysSet
            ? opposite
            : new AnyOf([opposite, comparison with { Operator = ComparisonOperator.EqualTo, Values = [null] }]);
    }
}
