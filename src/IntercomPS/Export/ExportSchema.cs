namespace IntercomPS;

/// <summary>Which columns an export has.</summary>
public enum ExportSchema
{
    /// <summary>The 14 normalized columns, from conversation_id to first_message_body.</summary>
    Normalized,

    /// <summary>The normalized columns and, after them, every other scalar worth having.</summary>
    Full,
}
