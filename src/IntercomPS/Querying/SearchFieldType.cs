namespace IntercomPS.Querying;

/// <summary>The type of a search field, which decides the operators and values that it takes.</summary>
internal enum SearchFieldType
{
    /// <summary>A text; equality, lists and the text operators.</summary>
    String,

    /// <summary>A whole number; equality, lists and order.</summary>
    Integer,

    /// <summary>A time in Unix seconds; equality, lists and order.</summary>
    Date,

    /// <summary>True or false; equality and lists.</summary>
    Boolean,

    /// <summary>A workspace's own attribute, whose type only the workspace knows; every operator.</summary>
    Any,
}
