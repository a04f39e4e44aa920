namespace IntercomPS.Models.Json;

/// <summary>A company as the API writes it.</summary>
internal sealed class CompanyContract
{
    public string? Id { get; set; }
    public string? CompanyId { get; set; }
    public string? Name { get; set; }
}
