using System.Text.Json;

namespace IntercomPS.Sandbox.Json;

/// <summary>Writes the admin behind the token, with the workspace.</summary>
internal static class MeJson
{
    public static void Write(Utf8JsonWriter json, SandboxWorkspace workspace, string region)
    {
        SandboxAdmin admin = workspace.Admins[0];
        json.WriteStartObject();
        json.WriteString("type"u8, "admin"u8);
        json.WriteString("id"u8, admin.Id);
        json.WriteString("email"u8, admin.Email);
        json.WriteString("name"u8, admin.Name);
        json.WriteBoolean("email_verified"u8, true);
        json.WriteStartObject("app"u8);
        json.WriteString("type"u8, "app"u8);
        json.WriteString("id_code"u8, workspace.Id);
        json.WriteString("name"u8, workspace.Name);
        json.WriteNumber("created_at"u8, 1_671_465_577);
        json.WriteBoolean("secure"u8, false);
        json.WriteBoolean("identity_verification"u8, false);
        json.WriteString("timezone"u8, "Etc/UTC"u8);

        // The European host has been seen to call itself Europe.
        json.WriteString("region"u8, region == "EU" ? "Europe" : region);
        json.WriteEndObject();
        json.WriteStartObject("avatar"u8);
        json.WriteString("type"u8, "avatar"u8);
        json.WriteString("image_url"u8, "https://static.example.com/avatars/128.png"u8);
        json.WriteEndObject();
        json.WriteBoolean("has_inbox_seat"u8, true);
        json.WriteEndObject();
    }
}
