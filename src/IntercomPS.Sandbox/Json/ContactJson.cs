using System.Linq;
using System.Text.Json;

namespace IntercomPS.Sandbox.Json;

/// <summary>Writes contacts.</summary>
internal static class ContactJson
{
    public static void Write(Utf8JsonWriter json, SandboxContact contact, string workspaceId)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "contact"u8);
        json.WriteString("id"u8, contact.Id);
        json.WriteString("workspace_id"u8, workspaceId);
        json.WriteString("external_id"u8, contact.ExternalId);
        json.WriteString("role"u8, contact.Role);
        json.WriteString("email"u8, contact.Email);
        json.WriteString("email_domain"u8, contact.EmailDomain);
        json.WriteString("phone"u8, contact.Phone);
        json.WriteString("name"u8, contact.Name);
        json.WriteOptional("owner_id"u8, contact.Owner?.Number);
        json.WriteBoolean("has_hard_bounced"u8, contact.HasHardBounced);
        json.WriteBoolean("marked_email_as_spam"u8, false);
        json.WriteBoolean("unsubscribed_from_emails"u8, contact.UnsubscribedFromEmails);
        WriteTimes(json, contact);
        json.WriteNull("language_override"u8);
        json.WriteString("browser"u8, contact.Browser);
        json.WriteString("browser_language"u8, contact.Language);
        json.WriteString("os"u8, contact.OperatingSystem);
        json.WriteStartObject("location"u8);
        json.WriteString("type"u8, "location"u8);
        json.WriteString("country"u8, contact.Locale.Country);
        json.WriteNull("region"u8);
        json.WriteString("city"u8, contact.Locale.City);
        json.WriteEndObject();
        json.WriteStartObject("custom_attributes"u8);
        if (contact.PlanAttribute is not null)
        {
            json.WriteString("Plan Name"u8, contact.PlanAttribute);
        }

        json.WriteEndObject();
        WriteReferences(json, "tags", "tag", contact.Tags.Select(t => t.Id).ToArray(), contact.Id);
        WriteReferences(json, "companies", "company", contact.Company is null ? [] : [contact.Company.Id], contact.Id);
        json.WriteEndObject();
    }

    private static void WriteTimes(Utf8JsonWriter json, SandboxContact contact)
    {
        json.WriteNumber("created_at"u8, contact.CreatedAtUnix);
        json.WriteNumber("updated_at"u8, contact.UpdatedAtUnix);
        json.WriteOptional("signed_up_at"u8, contact.SignedUpAtUnix);
        json.WriteOptional("last_seen_at"u8, contact.LastSeenAtUnix);
        json.WriteOptional("last_replied_at"u8, contact.LastRepliedAtUnix);
        json.WriteOptional("last_contacted_at"u8, contact.LastContactedAtUnix);
        json.WriteNull("last_email_opened_at"u8);
        json.WriteNull("last_email_clicked_at"u8);
    }

    private static void WriteReferences(Utf8JsonWriter json, string name, string type, string[] ids, string contactId)
    {
        json.WriteStartObject(name);
        json.WriteString("type"u8, "list"u8);
        json.WriteStartArray("data"u8);
        foreach (string id in ids)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, id);
            json.WriteString("type"u8, type);
            json.WriteString("url"u8, $"/{name}/{id}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("url"u8, $"/contacts/{contactId}/{name}");
        json.WriteNumber("total_count"u8, ids.Length);
        json.WriteBoolean("has_more"u8, false);
        json.WriteEndObject();
    }
}
