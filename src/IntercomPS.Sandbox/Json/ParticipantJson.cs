using System.Text.Json;

namespace IntercomPS.Sandbox.Json;

/// <summary>Writes who takes part in a conversation, and its tags.</summary>
internal static class ParticipantJson
{
    public static void WriteContacts(Utf8JsonWriter json, SandboxConversation conversation)
    {
        json.WriteStartObject("contacts"u8);
        json.WriteString("type"u8, "contact.list"u8);
        json.WriteStartArray("contacts"u8);
        foreach (SandboxContact contact in conversation.Contacts)
        {
            WriteContact(json, contact);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteContact(Utf8JsonWriter json, SandboxContact contact)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "contact"u8);
        json.WriteString("id"u8, contact.Id);
        json.WriteString("external_id"u8, contact.ExternalId);
        json.WriteEndObject();
    }

    public static void WriteFirstContactReply(Utf8JsonWriter json, SandboxConversation conversation)
    {
        if (conversation.Statistics?.FirstContactReplyAtUnix is not long at)
        {
            json.WriteNull("first_contact_reply"u8);
            return;
        }

        json.WriteStartObject("first_contact_reply"u8);
        json.WriteNumber("created_at"u8, at);
        json.WriteString("type"u8, conversation.Source.Type);
        json.WriteString("url"u8, conversation.Source.Url);
        json.WriteEndObject();
    }

    public static void WriteTeammates(Utf8JsonWriter json, SandboxConversation conversation)
    {
        json.WriteStartObject("teammates"u8);
        json.WriteString("type"u8, "admin.list"u8);
        json.WriteStartArray("teammates"u8);
        foreach (SandboxAdmin admin in conversation.Teammates)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "admin"u8);
            json.WriteString("id"u8, admin.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteTags(Utf8JsonWriter json, SandboxConversation conversation)
    {
        json.WriteStartObject("tags"u8);
        json.WriteString("type"u8, "tag.list"u8);
        json.WriteStartArray("tags"u8);
        foreach (SandboxTag tag in conversation.Tags)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "tag"u8);
            json.WriteString("id"u8, tag.Id);
            json.WriteString("name"u8, tag.Name);
            json.WriteNumber("applied_at"u8, conversation.CreatedAtUnix);
            json.WriteStartObject("applied_by"u8);
            json.WriteString("type"u8, "admin"u8);
            json.WriteString("id"u8, conversation.AdminAssignee?.Id ?? "814860");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
