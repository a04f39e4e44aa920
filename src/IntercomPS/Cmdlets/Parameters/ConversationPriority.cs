namespace IntercomPS;

/// <summary>The priority of a conversation.</summary>
public enum ConversationPriority
{
    /// <summary>Marked as priority (API up to 2.15).</summary>
    Priority,

    /// <summary>Not marked (API up to 2.15).</summary>
    NotPriority,

    /// <summary>No priority (API 2.16).</summary>
    None,

    /// <summary>Low (API 2.16).</summary>
    Low,

    /// <summary>Medium (API 2.16).</summary>
    Medium,

    /// <summary>High (API 2.16).</summary>
    High,

    /// <summary>Urgent (API 2.16).</summary>
    Urgent,
}
