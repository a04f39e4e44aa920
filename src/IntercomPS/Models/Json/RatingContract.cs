using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>A customer's rating as the API writes it.</summary>
internal sealed class RatingContract
{
    public long? Rating { get; set; }
    public string? Remark { get; set; }
    public long? CreatedAt { get; set; }
    public long? UpdatedAt { get; set; }

    [JsonConverter(typeof(LenientObjectConverter<ReferenceContract>))]
    public ReferenceContract? Contact { get; set; }

    [JsonConverter(typeof(LenientObjectConverter<ReferenceContract>))]
    public ReferenceContract? Teammate { get; set; }
}
