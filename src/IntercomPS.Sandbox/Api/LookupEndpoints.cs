using System.Linq;
using System.Text.Json;
using IntercomPS.Sandbox.Json;

namespace IntercomPS.Sandbox.Api;

/// <summary>The small lists: admins, teams and tags, and the admin behind the token.</summary>
internal sealed class LookupEndpoints
{
    private readonly SandboxWorkspace _workspace;
    private readonly SandboxOptions _options;

    public LookupEndpoints(SandboxWorkspace workspace, SandboxOptions options)
    {
        _workspace = workspace;
        _options = options;
    }

    public void Me(ApiCall call, Utf8JsonWriter json) => MeJson.Write(json, _workspace, _options.Region);

    public void Admins(ApiCall call, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "admin.list"u8);
        json.WriteStartArray("admins"u8);
        foreach (SandboxAdmin admin in _workspace.Admins)
        {
            LookupJson.Write(json, admin);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void Admin(ApiCall call, Utf8JsonWriter json)
        => LookupJson.Write(json, _workspace.Admins.FirstOrDefault(a => a.Id == call.Id) ?? throw ApiException.NotFound("admin_not_found", "Admin not found"));

    public void Teams(ApiCall call, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "team.list"u8);
        json.WriteStartArray("teams"u8);
        foreach (SandboxTeam team in _workspace.Teams)
        {
            LookupJson.Write(json, team);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void Team(ApiCall call, Utf8JsonWriter json)
        => LookupJson.Write(json, _workspace.Teams.FirstOrDefault(t => t.Id == call.Id) ?? throw ApiException.NotFound("team_not_found", "Team not found"));

    public void Tags(ApiCall call, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "list"u8);
        json.WriteStartArray("data"u8);
        foreach (SandboxTag tag in _workspace.Tags)
        {
            LookupJson.Write(json, tag);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void Tag(ApiCall call, Utf8JsonWriter json)
        => LookupJson.Write(json, _workspace.Tags.FirstOrDefault(t => t.Id == call.Id) ?? throw ApiException.NotFound("tag_not_found", "Tag not found"));
}
