namespace IntercomPS.Querying;

/// <summary>One condition of a search query.</summary>
/// <param name="Field">The field as the API spells it.</param>
/// <param name="Operator">The operator as the API spells it.</param>
/// <param name="Value">A text, a whole number, a boolean or null; for IN and NIN a list of them.</param>
internal sealed record QueryFilter(string Field, string Operator, object? Value) : QueryNode;
