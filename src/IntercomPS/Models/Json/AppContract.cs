namespace IntercomPS.Models.Json;

/// <summary>A workspace as GET /me writes it.</summary>
internal sealed class AppContract
{
    public string? IdCode { get; set; }
    public string? Name { get; set; }
    public string? Region { get; set; }
    public string? Timezone { get; set; }
}
