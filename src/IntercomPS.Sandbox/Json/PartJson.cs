using System.Text.Json;

namespace IntercomPS.Sandbox.Json;

/// <summary>Writes conversation parts.</summary>
internal static class PartJson
{
    public static void Write(Utf8JsonWriter json, SandboxPart part, bool plaintext)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "conversation_part"u8);
        json.WriteString("id"u8, part.Id);
        json.WriteString("part_type"u8, part.PartType);
        if (part.Text is null)
        {
            json.WriteNull("body"u8);
        }
        else
        {
            json.WriteString("body"u8, part.Text.Json(plaintext));
        }

        json.WriteNumber("created_at"u8, part.CreatedAtUnix);
        json.WriteNumber("updated_at"u8, part.CreatedAtUnix);
        json.WriteNumber("notified_at"u8, part.CreatedAtUnix);
        WriteAssignment(json, part);
        json.WritePropertyName("author"u8);
        SourceJson.WriteAuthor(json, part.Author);
        SourceJson.WriteAttachments(json, part.Attachments);
        json.WriteNull("external_id"u8);
        json.WriteBoolean("redacted"u8, part.Redacted);
        json.WriteString("state"u8, part.State);
        json.WriteStartArray("tags"u8);
        json.WriteEndArray();
        WriteEvent(json, part);
        json.WriteNull("app_package_code"u8);
        json.WriteEndObject();
    }

    private static void WriteAssignment(Utf8JsonWriter json, SandboxPart part)
    {
        if (part.AssignedToId is null)
        {
            json.WriteNull("assigned_to"u8);
            return;
        }

        json.WriteStartObject("assigned_to"u8);
        json.WriteString("type"u8, part.AssignedToType);
        json.WriteString("id"u8, part.AssignedToId);
        json.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter json, SandboxPart part)
    {
        if (part.EventAttribute is null)
        {
            json.WriteNull("event_details"u8);
            return;
        }

        json.WriteStartObject("event_details"u8);
        json.WriteStartObject("attribute"u8);
        json.WriteString("name"u8, part.EventAttribute);
        json.WriteEndObject();
        json.WriteStartObject("value"u8);
        json.WriteString("name"u8, part.EventValue);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
