using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>The admin behind a token as GET /me writes it.</summary>
internal sealed class AdminContract
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }

    [JsonConverter(typeof(LenientObjectConverter<AppContract>))]
    public AppContract? App { get; set; }
}
