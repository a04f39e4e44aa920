using System.Collections.Generic;
using IntercomPS.Querying.Fields;

namespace IntercomPS.Querying.Conditions;

/// <summary>A field compared with values.</summary>
/// <param name="Field">The field.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Values">
/// What it is compared with, of the field's kind already: texts, whole numbers (long; times and durations
/// in seconds), booleans, for attributes of the workspace also double; null means missing. One value for an
/// order, one or more for the others.
/// </param>
/// <param name="Spot">Where it was written, to name in an error; null where it comes from a plain parameter.</param>
internal sealed record Comparison(
    ConversationField Field, ComparisonOperator Operator, IReadOnlyList<object?> Values, IQuerySpot? Spot = null) : Condition;
