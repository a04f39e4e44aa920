namespace IntercomPS;

/// <summary>The state of a conversation.</summary>
public enum ConversationState
{
    /// <summary>In the inbox.</summary>
    Open,

    /// <summary>Done.</summary>
    Closed,

    /// <summary>Away until a time or a reply.</summary>
    Snoozed,
}
