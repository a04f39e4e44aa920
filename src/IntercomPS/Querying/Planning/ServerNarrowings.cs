using System.Collections.Generic;
using System.Linq;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Querying.Planning;

/// <summary>Translates single comparisons into what the server can be asked.</summary>
internal static class ServerNarrowings
{
    /// <summary>Translates a comparison.</summary>
    /// <param name="comparison">The comparison, normalized.</param>
    /// <param name="negated">Whether it must not hold.</param>
    /// <returns>The filter that narrows the server's answer to it.</returns>
    public static ServerNarrowing Of(Comparison comparison, bool negated)
    {
        ConversationField field = comparison.Field;
        if (field.ServerField is not { } name)
        {
            return new ServerNarrowing(null, $"Intercom has no filter for {field}");
        }

        return comparison.Operator switch
        {
            ComparisonOperator.Like when field == ConversationSourceFields.Body => BodyNarrowings.OfPattern((string)comparison.Values[0]!, negated),
            ComparisonOperator.Like => LikeNarrowings.Of(name, (string)comparison.Values[0]!, negated),
            ComparisonOperator.EqualTo when field == ConversationSourceFields.Body => BodyNarrowings.OfEquality(comparison, negated),
            ComparisonOperator.EqualTo => OfEquality(comparison, name, negated),
            _ when negated => new ServerNarrowing(null, $"Intercom cannot be asked where {field} is no number or not in this order"),
            _ => OrderNarrowings.Of(comparison, name),
        };
    }

    private static ServerNarrowing OfEquality(Comparison comparison, string name, bool negated)
    {
        IReadOnlyList<object?> values = comparison.Values;
        if (values.Count == 1 && values[0] is null && comparison.Field.Kind is FieldKind.Text or FieldKind.Id or FieldKind.Word)
        {
            // A text may be missing, null or empty, and = null finds perhaps not all three; what is there is never null.
            return new ServerNarrowing(
                negated ? new QueryFilter(name, SearchOperator.NotEqualTo, null) : null, $"Intercom tells no empty {comparison.Field} from a missing one");
        }

        return new ServerNarrowing(
            values.Count == 1
                ? new QueryFilter(name, negated ? SearchOperator.NotEqualTo : SearchOperator.EqualTo, values[0])
                : new QueryFilter(name, negated ? SearchOperator.NotIn : SearchOperator.In, values.ToList()),
            Reason: null);
    }
}
