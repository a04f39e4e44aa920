namespace IntercomPS;

/// <summary>A pointer to another object of the workspace: its type and its id.</summary>
/// <remarks>Source: schemas reference, contact_reference and linked_object, API 2.15.</remarks>
public sealed class Reference
{
    /// <summary>The kind of object in the API's spelling: contact, admin, team, ticket, conversation, workflow ….</summary>
    public string? Type { get; internal set; }

    /// <summary>The object's id.</summary>
    public string? Id { get; internal set; }

    /// <summary>The id that the customer's own system gave to a contact; null for every other type.</summary>
    public string? ExternalId { get; internal set; }

    /// <summary>The id.</summary>
    /// <returns>The id, empty when there is none.</returns>
    public override string ToString() => Id ?? string.Empty;
}
