using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace IntercomPS.Sandbox.Json;

/// <summary>Writes admins, teams and tags.</summary>
internal static class LookupJson
{
    public static void Write(Utf8JsonWriter json, SandboxAdmin admin)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "admin"u8);
        json.WriteString("id"u8, admin.Id);
        json.WriteString("name"u8, admin.Name);
        json.WriteString("email"u8, admin.Email);
        json.WriteString("job_title"u8, admin.JobTitle);
        json.WriteBoolean("away_mode_enabled"u8, false);
        json.WriteBoolean("away_mode_reassign"u8, false);
        json.WriteBoolean("has_inbox_seat"u8, true);
        WriteIds(json, "team_ids", admin.TeamIds);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, SandboxTeam team)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "team"u8);
        json.WriteString("id"u8, team.Id);
        json.WriteString("name"u8, team.Name);
        WriteIds(json, "admin_ids", team.AdminIds);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, SandboxTag tag)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "tag"u8);
        json.WriteString("id"u8, tag.Id);
        json.WriteString("name"u8, tag.Name);
        json.WriteEndObject();
    }

    /// <summary>These lists hold integers, though the ids themselves are strings (OpenAPI 2.15, admin and team).</summary>
    private static void WriteIds(Utf8JsonWriter json, string name, IReadOnlyList<string> ids)
    {
        json.WriteStartArray(name);
        foreach (string id in ids)
        {
            json.WriteNumberValue(long.Parse(id, CultureInfo.InvariantCulture));
        }

        json.WriteEndArray();
    }
}
