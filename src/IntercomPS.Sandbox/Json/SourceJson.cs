using System.Collections.Generic;
using System.Text.Json;

namespace IntercomPS.Sandbox.Json;

/// <summary>Writes the message that started a conversation.</summary>
internal static class SourceJson
{
    public static void Write(Utf8JsonWriter json, SandboxSource source, bool plaintext)
    {
        json.WriteStartObject("source"u8);
        json.WriteString("type"u8, source.Type);
        json.WriteString("id"u8, source.Id);
        json.WriteString("delivered_as"u8, source.DeliveredAs);
        json.WriteString("subject"u8, source.Type == "email" && !plaintext ? $"<p>{source.Subject}</p>" : source.Subject);
        json.WriteString("body"u8, source.Text.Json(plaintext));
        json.WritePropertyName("author"u8);
        WriteAuthor(json, source.Author);
        WriteAttachments(json, source.Attachments);
        json.WriteString("url"u8, source.Url);
        json.WriteBoolean("redacted"u8, false);
        json.WriteEndObject();
    }

    public static void WriteAuthor(Utf8JsonWriter json, SandboxAuthor author)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, author.Type);
        json.WriteString("id"u8, author.Id);
        json.WriteString("name"u8, author.Name);
        json.WriteString("email"u8, author.Email);
        json.WriteEndObject();
    }

    public static void WriteAttachments(Utf8JsonWriter json, IReadOnlyList<SandboxAttachment> attachments)
    {
        json.WriteStartArray("attachments"u8);
        foreach (SandboxAttachment attachment in attachments)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "upload"u8);
            json.WriteString("name"u8, attachment.Name);
            json.WriteString("url"u8, attachment.Url);
            json.WriteString("content_type"u8, attachment.ContentType);
            json.WriteNumber("filesize"u8, attachment.FileSize);
            json.WriteNull("width"u8);
            json.WriteNull("height"u8);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
