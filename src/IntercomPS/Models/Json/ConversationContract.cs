using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>A conversation as the API writes it; unknown fields are passed over, missing ones are null.</summary>
internal sealed class ConversationContract
{
    public string? Id { get; set; }
    public string? Title { get; set; }
    public long? CreatedAt { get; set; }
    public long? UpdatedAt { get; set; }
    public long? WaitingSince { get; set; }
    public long? SnoozedUntil { get; set; }
    public bool? Open { get; set; }
    public string? State { get; set; }
    public bool? Read { get; set; }
    public string? Priority { get; set; }
    public string? AdminAssigneeId { get; set; }
    public string? TeamAssigneeId { get; set; }
    public bool? AiAgentParticipated { get; set; }

    [JsonConverter(typeof(LenientObjectConverter<CompanyContract>))]
    public CompanyContract? Company { get; set; }

    [JsonConverter(typeof(LenientObjectConverter<TagListContract>))]
    public TagListContract? Tags { get; set; }

    [JsonConverter(typeof(LenientObjectConverter<RatingContract>))]
    public RatingContract? ConversationRating { get; set; }

    [JsonConverter(typeof(LenientObjectConverter<SourceContract>))]
    public SourceContract? Source { get; set; }

    [JsonConverter(typeof(LenientObjectConverter<ContactListContract>))]
    public ContactListContract? Contacts { get; set; }

    [JsonConverter(typeof(LenientObjectConverter<TeammateListContract>))]
    public TeammateListContract? Teammates { get; set; }

    [JsonConverter(typeof(AttributeMapConverter))]
    public Dictionary<string, object?>? CustomAttributes { get; set; }

    [JsonConverter(typeof(LenientObjectConverter<FirstContactReplyContract>))]
    public FirstContactReplyContract? FirstContactReply { get; set; }

    [JsonConverter(typeof(LenientObjectConverter<SlaContract>))]
    public SlaContract? SlaApplied { get; set; }

    [JsonConverter(typeof(LenientObjectConverter<StatisticsContract>))]
    public StatisticsContract? Statistics { get; set; }

    [JsonConverter(typeof(LenientObjectConverter<PartListContract>))]
    public PartListContract? ConversationParts { get; set; }

    [JsonConverter(typeof(LenientObjectConverter<LinkedObjectListContract>))]
    public LinkedObjectListContract? LinkedObjects { get; set; }

    [JsonConverter(typeof(LenientObjectConverter<AiAgentContract>))]
    public AiAgentContract? AiAgent { get; set; }
}
