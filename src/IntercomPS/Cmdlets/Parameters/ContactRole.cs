namespace IntercomPS;

/// <summary>What a contact is to the workspace.</summary>
public enum ContactRole
{
    /// <summary>Somebody who signed up.</summary>
    User,

    /// <summary>A visitor who wrote.</summary>
    Lead,
}
