namespace IntercomPS.Models.Json;

/// <summary>A contact as the API writes it.</summary>
internal sealed class ContactContract
{
    public string? Id { get; set; }
    public string? Email { get; set; }
}
