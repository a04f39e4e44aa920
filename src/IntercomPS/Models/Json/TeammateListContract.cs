using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>The teammates of a conversation as the API writes them.</summary>
internal sealed class TeammateListContract
{
    [JsonConverter(typeof(LenientListConverter<ReferenceContract>))]
    public List<ReferenceContract>? Teammates { get; set; }
}
