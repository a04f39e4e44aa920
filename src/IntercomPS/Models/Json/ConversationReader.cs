using System;
using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IntercomPS.Models.Json;

/// <summary>Reads conversations; unknown fields are passed over, missing ones are null or empty.</summary>
/// <remarks>
/// By hand, not by JsonSerializer: its converters for some twenty classes were compiled anew in each
/// process, which took longer than the reading itself (docs/architecture.md has the figures).
/// </remarks>
internal static class ConversationReader
{
    /// <summary>Reads one conversation.</summary>
    /// <param name="reader">The reader, on the object's start.</param>
    /// <returns>The conversation.</returns>
    [MethodImpl(HotPath.Optimized)]
    public static Conversation Read(ref Utf8JsonReader reader)
    {
        var conversation = new Conversation();
        bool? open = null;
        long? totalParts = null;
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("open"u8))
            {
                open = reader.ReadFlag();
            }
            else if (name.SequenceEqual("conversation_parts"u8))
            {
                totalParts = ThreadReader.ReadThread(ref reader, conversation);
            }
            else if (!ReadScalar(ref reader, name, conversation) && !ReadObject(ref reader, name, conversation))
            {
                reader.Skip();
            }
        }

        conversation.Open = open ?? conversation.State == "open";
        DerivedFields.Complete(conversation, totalParts);
        return conversation;
    }

    [MethodImpl(HotPath.Optimized)]
    private static bool ReadScalar(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, Conversation conversation)
    {
        if (name.SequenceEqual("id"u8))
        {
            conversation.Id = reader.ReadText() ?? string.Empty;
        }
        else if (name.SequenceEqual("title"u8))
        {
            conversation.Title = reader.ReadText();
        }
        else if (name.SequenceEqual("created_at"u8))
        {
            conversation.CreatedAt = reader.ReadTime() ?? DateTimeOffset.MinValue;
        }
        else if (name.SequenceEqual("updated_at"u8))
        {
            conversation.UpdatedAt = reader.ReadTime() ?? DateTimeOffset.MinValue;
        }
        else if (name.SequenceEqual("waiting_since"u8))
        {
            conversation.WaitingSince = reader.ReadTime();
        }
        else if (name.SequenceEqual("snoozed_until"u8))
        {
            conversation.SnoozedUntil = reader.ReadTime();
        }
        else if (name.SequenceEqual("state"u8))
        {
            conversation.State = reader.ReadText() ?? string.Empty;
        }
        else if (name.SequenceEqual("read"u8))
        {
            conversation.Read = reader.ReadFlag() ?? false;
        }
        else if (name.SequenceEqual("priority"u8))
        {
            conversation.Priority = reader.ReadText();
        }
        else if (name.SequenceEqual("admin_assignee_id"u8))
        {
            conversation.AdminAssigneeId = DerivedFields.Assigned(reader.ReadText());
        }
        else if (name.SequenceEqual("team_assignee_id"u8))
        {
            conversation.TeamAssigneeId = DerivedFields.Assigned(reader.ReadText());
        }
        else if (name.SequenceEqual("ai_agent_participated"u8))
        {
            conversation.AiAgentParticipated = reader.ReadFlag();
        }
        else
        {
            return false;
        }

        return true;
    }

    [MethodImpl(HotPath.Optimized)]
    private static bool ReadObject(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, Conversation conversation)
    {
        if (name.SequenceEqual("company"u8))
        {
            conversation.Company = CompanyReader.ReadOptional(ref reader);
        }
        else if (name.SequenceEqual("tags"u8))
        {
            conversation.TagDetails = reader.ReadListIn("tags"u8, TagReader.ReadTag);
            conversation.Tags = TagReader.Names(conversation.TagDetails);
        }
        else if (name.SequenceEqual("conversation_rating"u8))
        {
            conversation.ConversationRating = OutcomeReader.ReadRating(ref reader);
        }
        else if (name.SequenceEqual("source"u8))
        {
            conversation.Source = MessageReader.ReadSource(ref reader);
        }
        else if (name.SequenceEqual("contacts"u8))
        {
            conversation.Contacts = reader.ReadListIn("contacts"u8, PeopleReader.ReadReference);
        }
        else if (name.SequenceEqual("teammates"u8))
        {
            conversation.Teammates = reader.ReadListIn("teammates"u8, PeopleReader.ReadReference);
        }
        else if (name.SequenceEqual("custom_attributes"u8))
        {
            ReadAttributes(ref reader, conversation);
        }
        else if (name.SequenceEqual("first_contact_reply"u8))
        {
            conversation.FirstContactReplyAt = MessageReader.ReadFirstContactReply(ref reader);
        }
        else if (name.SequenceEqual("sla_applied"u8))
        {
            conversation.SlaApplied = OutcomeReader.ReadSla(ref reader);
        }
        else if (name.SequenceEqual("statistics"u8))
        {
            conversation.Statistics = StatisticsReader.Read(ref reader);
        }
        else if (name.SequenceEqual("linked_objects"u8))
        {
            conversation.LinkedObjects = reader.ReadListIn("data"u8, PeopleReader.ReadReference);
        }
        else if (name.SequenceEqual("ai_agent"u8))
        {
            conversation.AiAgent = OutcomeReader.ReadAiAgent(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    [MethodImpl(HotPath.Optimized)]
    private static void ReadAttributes(ref Utf8JsonReader reader, Conversation conversation)
    {
        if (AttributeMapReader.Read(ref reader) is not { Count: > 0 } attributes)
        {
            return;
        }

        conversation.CustomAttributes = new ReadOnlyDictionary<string, object?>(attributes);
        conversation.CxScore = DerivedFields.CxScoreOf(attributes);
        conversation.CxScoreExplanation = DerivedFields.CxScoreExplanationOf(attributes);
    }
}
