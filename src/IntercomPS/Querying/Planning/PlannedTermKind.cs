namespace IntercomPS.Querying.Planning;

/// <summary>With which others a term can share a search.</summary>
internal enum PlannedTermKind
{
    /// <summary>The server's answer is exact: with others of the kind.</summary>
    Exact,

    /// <summary>Its answers are checked here, and all of it can be: with others of the kind.</summary>
    Checked,

    /// <summary>It needs a search of its own: a part of it cannot be checked, or it has too many parts to be a branch.</summary>
    Alone,
}
