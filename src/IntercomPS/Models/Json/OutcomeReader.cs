using System;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IntercomPS.Models.Json;

/// <summary>Reads how a conversation went: its rating, its service level, the AI agent's part.</summary>
internal static class OutcomeReader
{
    [MethodImpl(HotPath.Optimized)]
    public static ConversationRating? ReadRating(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
        {
            return null;
        }

        var rating = new ConversationRating();
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("rating"u8))
            {
                rating.Rating = reader.ReadCount() is { } given and >= 1 and <= 5 ? given : null;
            }
            else if (name.SequenceEqual("remark"u8))
            {
                rating.Remark = reader.ReadText();
            }
            else if (name.SequenceEqual("created_at"u8))
            {
                rating.RequestedAt = reader.ReadTime();
            }
            else if (name.SequenceEqual("updated_at"u8))
            {
                rating.UpdatedAt = reader.ReadTime();
            }
            else if (name.SequenceEqual("contact"u8))
            {
                rating.Contact = PeopleReader.ReadOptionalReference(ref reader);
            }
            else if (name.SequenceEqual("teammate"u8))
            {
                rating.Teammate = PeopleReader.ReadOptionalReference(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return rating;
    }

    [MethodImpl(HotPath.Optimized)]
    public static SlaApplied? ReadSla(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
        {
            return null;
        }

        var sla = new SlaApplied();
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("sla_name"u8))
            {
                sla.Name = reader.ReadText();
            }
            else if (name.SequenceEqual("sla_status"u8))
            {
                sla.Status = reader.ReadText();
            }
            else
            {
                reader.Skip();
            }
        }

        return sla;
    }

    [MethodImpl(HotPath.Optimized)]
    public static AiAgent? ReadAiAgent(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
        {
            return null;
        }

        var agent = new AiAgent();
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("source_type"u8))
            {
                agent.SourceType = reader.ReadText();
            }
            else if (name.SequenceEqual("source_title"u8))
            {
                agent.SourceTitle = reader.ReadText();
            }
            else if (name.SequenceEqual("last_answer_type"u8))
            {
                agent.LastAnswerType = reader.ReadText();
            }
            else if (name.SequenceEqual("resolution_state"u8))
            {
                agent.ResolutionState = reader.ReadText();
            }
            else if (name.SequenceEqual("rating"u8))
            {
                agent.Rating = reader.ReadCount();
            }
            else if (name.SequenceEqual("rating_remark"u8))
            {
                agent.RatingRemark = reader.ReadText();
            }
            else if (name.SequenceEqual("created_at"u8))
            {
                agent.CreatedAt = reader.ReadTime();
            }
            else if (name.SequenceEqual("updated_at"u8))
            {
                agent.UpdatedAt = reader.ReadTime();
            }
            else
            {
                reader.Skip();
            }
        }

        return agent;
    }
}
