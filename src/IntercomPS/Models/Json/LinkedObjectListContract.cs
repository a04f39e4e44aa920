using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>The linked objects of a conversation as the API writes them.</summary>
internal sealed class LinkedObjectListContract
{
    [JsonConverter(typeof(LenientListConverter<ReferenceContract>))]
    public List<ReferenceContract>? Data { get; set; }
}
