using System.Collections.Generic;
using System.Text.Json;
using IntercomPS.Sandbox.Api;
using IntercomPS.Sandbox.Data;

namespace IntercomPS.Sandbox.Json;

/// <summary>Writes what was judged or noted about a conversation: rating, SLA, AI agent, custom attributes.</summary>
internal static class AssessmentJson
{
    public static void WriteRating(Utf8JsonWriter json, SandboxConversation conversation, ApiVersion version)
    {
        if (conversation.Rating is not SandboxRating rating)
        {
            json.WriteNull("conversation_rating"u8);
            return;
        }

        json.WriteStartObject("conversation_rating"u8);
        json.WriteNumber("rating"u8, rating.Rating);
        json.WriteString("remark"u8, rating.Remark);
        json.WriteNumber("created_at"u8, rating.RequestedAtUnix);
        if (version.HasRatingUpdate)
        {
            json.WriteNumber("updated_at"u8, rating.RepliedAtUnix);
        }

        json.WritePropertyName("contact"u8);
        ParticipantJson.WriteContact(json, conversation.Contacts[0]);
        json.WriteStartObject("teammate"u8);
        json.WriteString("type"u8, rating.Teammate is null ? "bot" : "admin");
        json.WriteString("id"u8, rating.Teammate?.Id ?? SandboxRating.BotId);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteSla(Utf8JsonWriter json, SandboxConversation conversation)
    {
        if (conversation.SlaStatus is null)
        {
            json.WriteNull("sla_applied"u8);
            return;
        }

        json.WriteStartObject("sla_applied"u8);
        json.WriteString("type"u8, "conversation_sla_summary"u8);
        json.WriteString("sla_name"u8, "First answer in 4 hours"u8);
        json.WriteString("sla_status"u8, conversation.SlaStatus);
        json.WriteEndObject();
    }

    public static void WriteAiAgent(Utf8JsonWriter json, SandboxAiAgent? agent)
    {
        json.WriteBoolean("ai_agent_participated"u8, agent is not null);
        if (agent is null)
        {
            json.WriteNull("ai_agent"u8);
            return;
        }

        json.WriteStartObject("ai_agent"u8);
        json.WriteString("source_type"u8, agent.SourceType);
        json.WriteString("source_title"u8, agent.SourceTitle);
        json.WriteString("last_answer_type"u8, agent.LastAnswerType);
        json.WriteString("resolution_state"u8, agent.ResolutionState);
        json.WriteOptional("rating"u8, agent.Rating);
        json.WriteString("rating_remark"u8, agent.RatingRemark);
        json.WriteEndObject();
    }

    public static void WriteAttributes(Utf8JsonWriter json, SandboxConversation conversation, ApiVersion version)
    {
        json.WriteStartObject("custom_attributes"u8);
        foreach (KeyValuePair<string, object> attribute in conversation.Attributes)
        {
            bool isScore = attribute.Key is ConversationAttributes.CxScore or ConversationAttributes.CxScoreExplanation;
            if (isScore && !version.HasCxScore)
            {
                continue;
            }

            json.WritePropertyName(attribute.Key);
            switch (attribute.Value)
            {
                case long number:
                    json.WriteNumberValue(number);
                    break;
                case double number:
                    json.WriteNumberValue(number);
                    break;
                case bool flag:
                    json.WriteBooleanValue(flag);
                    break;
                default:
                    json.WriteStringValue((string)attribute.Value);
                    break;
            }
        }

        json.WriteEndObject();
    }
}
