using System.Text.Json;

namespace IntercomPS.Sandbox.Json;

/// <summary>Writes companies.</summary>
internal static class CompanyJson
{
    public static void Write(Utf8JsonWriter json, SandboxCompany company, string appId)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "company"u8);
        json.WriteString("company_id"u8, company.CompanyId);
        json.WriteString("id"u8, company.Id);
        json.WriteString("app_id"u8, appId);
        json.WriteString("name"u8, company.Name);
        json.WriteNumber("remote_created_at"u8, company.CreatedAtUnix);
        json.WriteNumber("created_at"u8, company.CreatedAtUnix);
        json.WriteNumber("updated_at"u8, company.CreatedAtUnix);
        json.WriteNumber("size"u8, company.Size);
        json.WriteStartObject("plan"u8);
        json.WriteString("type"u8, "plan"u8);
        json.WriteString("name"u8, company.Plan);
        json.WriteEndObject();
        json.WriteStartObject("custom_attributes"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
