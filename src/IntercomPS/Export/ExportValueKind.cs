namespace IntercomPS.Export;

/// <summary>The kinds of values of an export's columns.</summary>
internal enum ExportValueKind
{
    /// <summary>Text; a missing one is an empty cell, or null in JSON.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A point in time: ISO 8601 in UTC with Z.</summary>
    Time,

    /// <summary>A duration in whole seconds.</summary>
    Seconds,

    /// <summary>Several texts: a JSON array, joined by semicolons in CSV.</summary>
    Texts,

    /// <summary>Attributes by name: a JSON object, its text in CSV.</summary>
    Attributes,
}
