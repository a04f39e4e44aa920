using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>A part of a thread as the API writes it.</summary>
internal sealed class PartContract
{
    public string? Id { get; set; }
    public string? PartType { get; set; }
    public string? Body { get; set; }
    public long? CreatedAt { get; set; }
    public long? UpdatedAt { get; set; }
    public long? NotifiedAt { get; set; }
    public string? ExternalId { get; set; }
    public bool? Redacted { get; set; }
    public string? State { get; set; }

    [JsonConverter(typeof(LenientObjectConverter<ReferenceContract>))]
    public ReferenceContract? AssignedTo { get; set; }

    [JsonConverter(typeof(LenientObjectConverter<AuthorContract>))]
    public AuthorContract? Author { get; set; }

    [JsonConverter(typeof(LenientListConverter<AttachmentContract>))]
    public List<AttachmentContract>? Attachments { get; set; }

    /// <summary>Null, a list, or a list within an object: the API's examples have each.</summary>
    [JsonConverter(typeof(TagNamesConverter))]
    public List<string>? Tags { get; set; }
}
