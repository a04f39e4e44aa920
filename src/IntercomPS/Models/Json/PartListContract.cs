using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>A thread as the API writes it: at most the 500 most recent parts.</summary>
internal sealed class PartListContract
{
    public long? TotalCount { get; set; }

    [JsonConverter(typeof(LenientListConverter<PartContract>))]
    public List<PartContract>? ConversationParts { get; set; }
}
