namespace IntercomPS.Querying.Conditions;

/// <summary>How a field is compared. The opposites (-ne, -notin, -notlike) are a <see cref="Negation"/> of these.</summary>
internal enum ComparisonOperator
{
    /// <summary>The field, or any of a list's items, is one of the values; null among them: it is missing.</summary>
    EqualTo,

    /// <summary>The field is there and less than the value.</summary>
    LessThan,

    /// <summary>The field is there and not more than the value.</summary>
    AtMost,

    /// <summary>The field is there and more than the value.</summary>
    GreaterThan,

    /// <summary>The field is there and not less than the value.</summary>
    AtLeast,

    /// <summary>The field's text, or any of a list's items, fits one of the wildcard patterns, letter case aside.</summary>
    Like,
}
