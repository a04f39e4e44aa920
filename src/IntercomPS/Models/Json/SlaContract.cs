namespace IntercomPS.Models.Json;

/// <summary>A service level agreement as the API writes it.</summary>
internal sealed class SlaContract
{
    public string? SlaName { get; set; }
    public string? SlaStatus { get; set; }
}
