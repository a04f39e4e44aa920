using System;
using System.Globalization;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Querying.Planning;

/// <summary>Translates orders: less, more, at most, at least.</summary>
/// <remarks>
/// The server's bounds are documented as inclusive and seen as strict ("Accepted operators" of
/// searchConversations, API 2.15, and other clients), so what is asked holds the right answer either way.
/// </remarks>
internal static class OrderNarrowings
{
    /// <summary>Translates an order.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="name">The server's field.</param>
    /// <returns>A filter whose answer is checked here, or an exact one where conversations do not show the field.</returns>
    public static ServerNarrowing Of(Comparison comparison, string name)
    {
        bool upper = comparison.Operator is ComparisonOperator.LessThan or ComparisonOperator.AtMost;
        bool excludes = comparison.Operator is ComparisonOperator.LessThan or ComparisonOperator.GreaterThan;
        object bound = Bound(comparison, excludes ? 0 : upper ? 1 : -1);
        var filter = new QueryFilter(name, upper ? SearchOperator.LessThan : SearchOperator.GreaterThan, bound);
        if (comparison.Field.Read is null)
        {
            return new ServerNarrowing(new QueryGroup(QueryGroup.And, [filter, new QueryFilter(name, SearchOperator.NotEqualTo, bound)]), Reason: null);
        }

        return new ServerNarrowing(filter, $"whether Intercom's > and < on {comparison.Field} take in the bound itself is not certain");
    }

    private static long Bound(Comparison comparison, int shift)
    {
        // An attribute can be asked for with a fraction; a bound without one is never narrower.
        long value = comparison.Values[0] is double number
            ? Whole(shift > 0 || comparison.Operator == ComparisonOperator.LessThan ? Math.Ceiling(number) : Math.Floor(number))
            : Convert.ToInt64(comparison.Values[0], CultureInfo.InvariantCulture);
        return comparison.Field.Kind is FieldKind.Time
            ? Math.Max(-1, Math.Max(-1, Math.Min(value, QueryLimits.FirstTimeTooLate - 2)) + shift)
            : value is long.MinValue or long.MaxValue ? value : value + shift;
    }

    /// <summary>Before .NET 9, a number beyond every long became the least one.</summary>
    private static long Whole(double number) => number >= long.MaxValue ? long.MaxValue
        : number <= long.MinValue ? long.MinValue
        : (long)number;
}
