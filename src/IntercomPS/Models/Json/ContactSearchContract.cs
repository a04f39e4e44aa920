using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>A page of contacts as the API writes it.</summary>
internal sealed class ContactSearchContract
{
    [JsonConverter(typeof(LenientListConverter<ContactContract>))]
    public List<ContactContract>? Data { get; set; }
}
