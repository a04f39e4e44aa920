namespace IntercomPS;

/// <summary>Why an export cannot be gone on with.</summary>
public enum JournalProblem
{
    /// <summary>The journal is that of another export: another query, other columns, another workspace.</summary>
    Mismatch,

    /// <summary>What is there is no journal, or one of another version of the module.</summary>
    Unreadable,
}
