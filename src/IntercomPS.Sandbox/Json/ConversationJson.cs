using System.Collections.Generic;
using System.Text.Json;
using IntercomPS.Sandbox.Api;

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
        ParticipantJson.WriteContacts(_json, conversation);
        ParticipantJson.WriteFirstContactReply(_json, conversation);
        WriteAssignee("admin_assignee_id"u8, conversation.AdminAssignee?.Number);
        WriteAssignee("team_assignee_id"u8, conversation.TeamAssignee?.Number);
        _json.WriteBoolean("open"u8, conversation.State != "closed");
        _json.WriteString("state"u8, conversation.State);
        _json.WriteBoolean("read"u8, conversation.Read);
        ParticipantJson.WriteTags(_json, conversation);
        _json.WriteString("priority"u8, _version.HasPriorityLevels ? conversation.Priority : conversation.Priority == "none" ? "not_priority" : "priority");
        AssessmentJson.WriteSla(_json, conversation);
        StatisticsJson.Write(_json, conversation);
        AssessmentJson.WriteRating(_json, conversation, _version);
        ParticipantJson.WriteTeammates(_json, conversation);
        _json.WriteString("title"u8, conversation.Title);
        AssessmentJson.WriteAttributes(_json, conversation, _version);
        WriteExtras(conversation);
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
            AssessmentJson.WriteAiAgent(_json, conversation.AiAgent);
        }

        if (_version.HasCompany)
        {
            WriteCompany(conversation.Company);
        }
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
