namespace IntercomPS.Querying.Conditions;

/// <summary>What must hold of a conversation, as a person means it: nothing here knows what the server can be asked.</summary>
internal abstract record Condition;
