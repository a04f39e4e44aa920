namespace IntercomPS.Models.Json;

/// <summary>A pointer to another object as the API writes it.</summary>
internal sealed class ReferenceContract
{
    public string? Type { get; set; }
    public string? Id { get; set; }
    public string? ExternalId { get; set; }
}
