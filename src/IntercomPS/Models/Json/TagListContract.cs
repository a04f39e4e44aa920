using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>The tags of a conversation as the API writes them.</summary>
internal sealed class TagListContract
{
    [JsonConverter(typeof(LenientListConverter<TagContract>))]
    public List<TagContract>? Tags { get; set; }
}
