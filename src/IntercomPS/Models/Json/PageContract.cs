using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>A page of conversations as the API writes it; its cursor is read while it streams in.</summary>
internal sealed class PageContract
{
    public long? TotalCount { get; set; }

    [JsonConverter(typeof(LenientListConverter<ConversationContract>))]
    public List<ConversationContract>? Conversations { get; set; }
}
