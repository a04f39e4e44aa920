namespace IntercomPS.Models.Json;

/// <summary>A team's response time as the API writes it.</summary>
internal sealed class TeamResponseTimeContract
{
    public string? TeamId { get; set; }
    public string? TeamName { get; set; }
    public long? ResponseTime { get; set; }
}
