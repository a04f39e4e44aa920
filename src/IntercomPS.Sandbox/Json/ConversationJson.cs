using System.Collections.Generic;
using System.Text.Json;
using IntercomPS.Sandbox.Api;
using IntercomPS.Sandbox.Data;

namespace IntercomPS.Sandbox.Json;

/// <summary>Writes conversations as a version of the API shows them.</summary>
internal sealed class ConversationJson
{
    private readonly Utf8JsonWriter _json;
    private readonly ApiVersion _version;
    private readonly bool _plaintext;
    private readonly bool _unassignedAsText;

    public ConversationJson(Utf8JsonWriter json, ApiVersion version, bool plaintext, bool unassignedAsText)
    {
        _json = json;
        _version = version;
        _plaintext = plaintext;
        _unassignedAsText = unassignedAsText;
    }

    /// <summary>Writes a row of a list, which has no parts.</summary>
    public void Write(SandboxConversation conversation)
    {
        _json.WriteStartObject();
        WriteFields(conversation);
        _json.WriteEndObject();
    }

    /// <summary>Writes one conversation with its parts, from the one at <paramref name="firstPart"/> on.</summary>
    public void Write(SandboxConversation conversation, IReadOnlyList<SandboxPart> parts, int firstPart)
    {
        _json.WriteStartObject();
        WriteFields(conversation);
        _json.WriteStartObject("conversation_parts"u8);
        _json.WriteString("type"u8, "conversation_part.list"u8);
        _json.WriteStartArray("conversation_parts"u8);
        for (int i = firstPart; i < parts.Count; i++)
        {
            PartJson.Write(_json, parts[i], _plaintext);
        }

        _json.WriteEndArray();
        _json.WriteNumber("total_count"u8, parts.Count);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteFields(SandboxConversation conversation)
    {
        _json.WriteString("type"u8, "conversation"u8);
        _json.WriteString("id"u8, conversation.Id);
        _json.WriteNumber("created_at"u8, conversation.CreatedAtUnix);
        _json.WriteNumber("updated_at"u8, conversation.UpdatedAtUnix);
        _json.WriteOptional("waiting_since"u8, conversation.WaitingSinceUnix);
        _json.WriteOptional("snoozed_until"u8, conversation.SnoozedUntilUnix);
        SourceJson.Write(_json, conversation.Source, _plaintext);
        WriteContacts(conversation);
        WriteFirstContactReply(conversation);
        WriteAssignee("admin_assignee_id"u8, conversation.AdminAssignee?.Number);
        WriteAssignee("team_assignee_id"u8, conversation.TeamAssignee?.Number);
        _json.WriteBoolean("open"u8, conversation.State != "closed");
        _json.WriteString("state"u8, conversation.State);
        _json.WriteBoolean("read"u8, conversation.Read);
        WriteTags(conversation);
        _json.WriteString("priority"u8, _version.HasPriorityLevels ? conversation.Priority : conversation.Priority == "none" ? "not_priority" : "priority");
        WriteSla(conversation);
        StatisticsJson.Write(_json, conversation);
        WriteRating(conversation);
        WriteTeammates(conversation);
        _json.WriteString("title"u8, conversation.Title);
        WriteAttributes(conversation);
        WriteExtras(conversation);
    }

    private void WriteContacts(SandboxConversation conversation)
    {
        _json.WriteStartObject("contacts"u8);
        _json.WriteString("type"u8, "contact.list"u8);
        _json.WriteStartArray("contacts"u8);
        foreach (SandboxContact contact in conversation.Contacts)
        {
            WriteContact(contact);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteContact(SandboxContact contact)
    {
        _json.WriteStartObject();
        _json.WriteString("type"u8, "contact"u8);
        _json.WriteString("id"u8, contact.Id);
        _json.WriteString("external_id"u8, contact.ExternalId);
        _json.WriteEndObject();
    }

    private void WriteFirstContactReply(SandboxConversation conversation)
    {
        if (conversation.Statistics?.FirstContactReplyAtUnix is not long at)
        {
            _json.WriteNull("first_contact_reply"u8);
            return;
        }

        _json.WriteStartObject("first_contact_reply"u8);
        _json.WriteNumber("created_at"u8, at);
        _json.WriteString("type"u8, conversation.Source.Type);
        _json.WriteString("url"u8, conversation.Source.Url);
        _json.WriteEndObject();
    }

    private void WriteAssignee(System.ReadOnlySpan<byte> name, int? id)
    {
        if (id is null && _unassignedAsText)
        {
            _json.WriteString(name, "0"u8);
        }
        else
        {
            _json.WriteOptional(name, id ?? (_version.HasPriorityLevels ? 0 : null));
        }
    }

    private void WriteTags(SandboxConversation conversation)
    {
        _json.WriteStartObject("tags"u8);
        _json.WriteString("type"u8, "tag.list"u8);
        _json.WriteStartArray("tags"u8);
        foreach (SandboxTag tag in conversation.Tags)
        {
            _json.WriteStartObject();
            _json.WriteString("type"u8, "tag"u8);
            _json.WriteString("id"u8, tag.Id);
            _json.WriteString("name"u8, tag.Name);
            _json.WriteNumber("applied_at"u8, conversation.CreatedAtUnix);
            _json.WriteStartObject("applied_by"u8);
            _json.WriteString("type"u8, "admin"u8);
            _json.WriteString("id"u8, conversation.AdminAssignee?.Id ?? "814860");
            _json.WriteEndObject();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteSla(SandboxConversation conversation)
    {
        if (conversation.SlaStatus is null)
        {
            _json.WriteNull("sla_applied"u8);
            return;
        }

        _json.WriteStartObject("sla_applied"u8);
        _json.WriteString("type"u8, "conversation_sla_summary"u8);
        _json.WriteString("sla_name"u8, "First answer in 4 hours"u8);
        _json.WriteString("sla_status"u8, conversation.SlaStatus);
        _json.WriteEndObject();
    }

    private void WriteRating(SandboxConversation conversation)
    {
        if (conversation.Rating is not SandboxRating rating)
        {
            _json.WriteNull("conversation_rating"u8);
            return;
        }

        _json.WriteStartObject("conversation_rating"u8);
        _json.WriteNumber("rating"u8, rating.Rating);
        _json.WriteString("remark"u8, rating.Remark);
        _json.WriteNumber("created_at"u8, rating.RequestedAtUnix);
        if (_version.HasRatingUpdate)
        {
            _json.WriteNumber("updated_at"u8, rating.RepliedAtUnix);
        }

        _json.WritePropertyName("contact"u8);
        WriteContact(conversation.Contacts[0]);
        _json.WriteStartObject("teammate"u8);
        _json.WriteString("type"u8, rating.Teammate is null ? "bot" : "admin");
        _json.WriteString("id"u8, rating.Teammate?.Id ?? "5599001");
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteTeammates(SandboxConversation conversation)
    {
        _json.WriteStartObject("teammates"u8);
        _json.WriteString("type"u8, "admin.list"u8);
        _json.WriteStartArray("teammates"u8);
        foreach (SandboxAdmin admin in conversation.Teammates)
        {
            _json.WriteStartObject();
            _json.WriteString("type"u8, "admin"u8);
            _json.WriteString("id"u8, admin.Id);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteAttributes(SandboxConversation conversation)
    {
        _json.WriteStartObject("custom_attributes"u8);
        foreach (KeyValuePair<string, object> attribute in conversation.Attributes)
        {
            bool isScore = attribute.Key is ConversationAttributes.CxScore or ConversationAttributes.CxScoreExplanation;
            if (isScore && !_version.HasCxScore)
            {
                continue;
            }

            _json.WritePropertyName(attribute.Key);
            switch (attribute.Value)
            {
                case long number:
                    _json.WriteNumberValue(number);
                    break;
                case double number:
                    _json.WriteNumberValue(number);
                    break;
                case bool flag:
                    _json.WriteBooleanValue(flag);
                    break;
                default:
                    _json.WriteStringValue((string)attribute.Value);
                    break;
            }
        }

        _json.WriteEndObject();
    }

    /// <summary>What later versions have, and what the examples show though no schema names it.</summary>
    private void WriteExtras(SandboxConversation conversation)
    {
        _json.WriteStartObject("topics"u8);
        _json.WriteEndObject();
        _json.WriteNull("ticket"u8);
        _json.WriteStartObject("linked_objects"u8);
        _json.WriteString("type"u8, "list"u8);
        _json.WriteStartArray("data"u8);
        _json.WriteEndArray();
        _json.WriteNumber("total_count"u8, 0);
        _json.WriteBoolean("has_more"u8, false);
        _json.WriteEndObject();
        if (_version.HasAiAgent)
        {
            WriteAiAgent(conversation.AiAgent);
        }

        if (_version.HasCompany)
        {
            WriteCompany(conversation.Company);
        }
    }

    private void WriteAiAgent(SandboxAiAgent? agent)
    {
        _json.WriteBoolean("ai_agent_participated"u8, agent is not null);
        if (agent is null)
        {
            _json.WriteNull("ai_agent"u8);
            return;
        }

        _json.WriteStartObject("ai_agent"u8);
        _json.WriteString("source_type"u8, agent.SourceType);
        _json.WriteString("source_title"u8, agent.SourceTitle);
        _json.WriteString("last_answer_type"u8, agent.LastAnswerType);
        _json.WriteString("resolution_state"u8, agent.ResolutionState);
        _json.WriteOptional("rating"u8, agent.Rating);
        _json.WriteString("rating_remark"u8, agent.RatingRemark);
        _json.WriteEndObject();
    }

    private void WriteCompany(SandboxCompany? company)
    {
        if (company is null)
        {
            _json.WriteNull("company"u8);
            return;
        }

        _json.WriteStartObject("company"u8);
        _json.WriteString("type"u8, "company"u8);
        _json.WriteString("id"u8, company.Id);
        _json.WriteString("company_id"u8, company.CompanyId);
        _json.WriteString("name"u8, company.Name);
        _json.WriteEndObject();
    }
}
