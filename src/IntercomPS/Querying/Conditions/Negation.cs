namespace IntercomPS.Querying.Conditions;

/// <summary>Holds exactly where its part does not: also where what the part looks at is missing.</summary>
/// <param name="Part">The part.</param>
internal sealed record Negation(Condition Part) : Condition;
