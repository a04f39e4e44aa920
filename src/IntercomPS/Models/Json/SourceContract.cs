using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>A conversation's first message as the API writes it.</summary>
internal sealed class SourceContract
{
    public string? Type { get; set; }
    public string? Id { get; set; }
    public string? DeliveredAs { get; set; }
    public string? Subject { get; set; }
    public string? Body { get; set; }
    public string? Url { get; set; }
    public bool? Redacted { get; set; }

    [JsonConverter(typeof(LenientObjectConverter<AuthorContract>))]
    public AuthorContract? Author { get; set; }

    [JsonConverter(typeof(LenientListConverter<AttachmentContract>))]
    public List<AttachmentContract>? Attachments { get; set; }
}
