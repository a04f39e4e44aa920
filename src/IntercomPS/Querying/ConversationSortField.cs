namespace IntercomPS;

/// <summary>What a search sorts its conversations by.</summary>
public enum ConversationSortField
{
    /// <summary>When the conversation began; it never moves while pages are read.</summary>
    CreatedAt,

    /// <summary>When anything of the conversation last changed.</summary>
    UpdatedAt,

    /// <summary>Since when the contact waits for an answer.</summary>
    WaitingSince,

    /// <summary>When the conversation was last closed.</summary>
    ClosedAt,
}
