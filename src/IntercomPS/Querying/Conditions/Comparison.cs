using System.Collections.Generic;
using System.Linq;
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
    ConversationField Field, ComparisonOperator Operator, IReadOnlyList<object?> Values, IQuerySpot? Spot = null) : Condition
{
    /// <summary>An error about the comparison, which points at where it was written.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    /// <returns>The error, to throw.</returns>
    public InvalidQueryException Error(string message) => Spot?.Error(message) ?? new InvalidQueryException(message);

    /// <summary>Checks its patterns, if it has any.</summary>
    /// <exception cref="InvalidQueryException">One of them has a bracket that never closes.</exception>
    public void CheckPatterns()
    {
        if (Operator == ComparisonOperator.Like && Values.OfType<string>().FirstOrDefault(pattern => WildcardShape.Of(pattern).HasOpenSet) is { } open)
        {
            throw Error($"The pattern '{open}' has a bracket that never closes. Put ` before it where the bracket itself is meant.");
        }
    }
}
