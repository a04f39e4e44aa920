namespace IntercomPS;

/// <summary>Who wrote a message or caused an event of a conversation.</summary>
/// <remarks>Source: schema conversation_part_author, API 2.15.</remarks>
public sealed class Author
{
    /// <summary>The kind of author in the API's spelling, an open set: user, lead, contact, admin, team, bot ….</summary>
    public string? Type { get; internal set; }

    /// <summary>The author's id, unique within its type and workspace; null when Intercom names no author.</summary>
    public string? Id { get; internal set; }

    /// <summary>The author's name; null when there is none.</summary>
    public string? Name { get; internal set; }

    /// <summary>The author's email address; null when there is none.</summary>
    public string? Email { get; internal set; }

    /// <summary>Whether the text came from Fin, Intercom's AI agent; null where the API does not say (before 2.12).</summary>
    public bool? FromAiAgent { get; internal set; }

    /// <summary>Whether the author is a contact (a user, a lead or a contact of unknown role).</summary>
    public bool IsContact => Type is "user" or "lead" or "contact";

    /// <summary>The name, else the email address, else the type and the id.</summary>
    /// <returns>A short text to show a person.</returns>
    public override string ToString() => Name ?? Email ?? $"{Type} {Id}".Trim();
}
