using System;
using System.Globalization;
using System.Linq;

namespace IntercomPS.Querying.Planning;

/// <summary>Tells whether a query reads a range of time only.</summary>
internal static class TimeBounds
{
    /// <summary>Looks for a time in a query.</summary>
    /// <param name="node">The query.</param>
    /// <returns>True when every conversation it finds lies in some range of some time.</returns>
    public static bool Has(QueryNode node) => node switch
    {
        QueryGroup { Operator: QueryGroup.And } and => and.Nodes.Any(Has),
        QueryGroup or => or.Nodes.All(Has),
        QueryFilter filter => SearchField.TypeOf(filter.Field) == SearchFieldType.Date && Bounds(filter),
        _ => false,
    };

    private static bool Bounds(QueryFilter filter) => filter.Operator switch
    {
        SearchOperator.GreaterThan => Convert.ToInt64(filter.Value, CultureInfo.InvariantCulture) > 0,
        SearchOperator.EqualTo => filter.Value is not null, // no time at all bounds nothing
        SearchOperator.LessThan or SearchOperator.In => true,
        _ => false,
    };
}
