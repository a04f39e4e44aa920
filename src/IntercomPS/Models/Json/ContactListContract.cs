using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>The contacts of a conversation as the API writes them.</summary>
internal sealed class ContactListContract
{
    [JsonConverter(typeof(LenientListConverter<ReferenceContract>))]
    public List<ReferenceContract>? Contacts { get; set; }
}
