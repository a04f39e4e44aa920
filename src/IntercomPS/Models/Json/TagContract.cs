using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>A tag as the API writes it.</summary>
internal sealed class TagContract
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public long? AppliedAt { get; set; }

    [JsonConverter(typeof(LenientObjectConverter<ReferenceContract>))]
    public ReferenceContract? AppliedBy { get; set; }
}
