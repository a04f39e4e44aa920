namespace IntercomPS.Models.Json;

/// <summary>An author as the API writes it.</summary>
internal sealed class AuthorContract
{
    public string? Type { get; set; }
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public bool? FromAiAgent { get; set; }
}
