using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using IntercomPS.Sandbox.Json;

namespace IntercomPS.Sandbox.Api;

/// <summary>Companies: one, pages of all or of those with a name or an id of the owner's, and the scroll over all.</summary>
internal sealed class CompanyEndpoints
{
    /// <summary>OpenAPI 2.16, listAllCompanies: pages reach no further than this.</summary>
    private const int Reach = 10_000;

    private const int StandardPage = 15;
    private const int MaximumPage = 60;

    private readonly SandboxWorkspace _workspace;
    private readonly Uri _baseUri;
    private readonly CompanyScroll _scroll;

    public CompanyEndpoints(SandboxWorkspace workspace, SandboxOptions options, Uri baseUri)
    {
        _workspace = workspace;
        _baseUri = baseUri;
        _scroll = new CompanyScroll(workspace.Companies, options.ReadClock);
    }

    public void Get(ApiCall call, Utf8JsonWriter json)
    {
        SandboxCompany company = _workspace.Companies.FirstOrDefault(c => c.Id == call.Id) ?? throw NotFound();
        CompanyJson.Write(json, company, _workspace.Id);
    }

    public void List(ApiCall call, Utf8JsonWriter json)
    {
        int page = ReadNumber(call, "page", 1, int.MaxValue);
        int perPage = ReadNumber(call, "per_page", StandardPage, MaximumPage);
        if ((long)(page - 1) * perPage >= Reach)
        {
            throw ApiException.InvalidParameter("page", $"Pages reach no further than {Reach} companies; use the scroll");
        }

        SandboxCompany[] found = Find(call);
        int start = (int)Math.Min(found.Length, (long)(page - 1) * perPage);
        int pages = (found.Length + perPage - 1) / perPage;
        json.WriteStartObject();
        json.WriteString("type"u8, "list"u8);
        WriteRows(json, new ArraySegment<SandboxCompany>(found, start, Math.Min(perPage, found.Length - start)));
        json.WriteStartObject("pages"u8);
        json.WriteString("type"u8, "pages"u8);

        // These pages know no cursor: the next one is an address.
        json.WriteString("next"u8, page < pages ? $"{new Uri(_baseUri, "/companies")}?page={page + 1}&per_page={perPage}" : null);
        json.WriteNumber("page"u8, page);
        json.WriteNumber("per_page"u8, perPage);
        json.WriteNumber("total_pages"u8, pages);
        json.WriteEndObject();
        json.WriteNumber("total_count"u8, found.Length);
        json.WriteEndObject();
    }

    public void Scroll(ApiCall call, Utf8JsonWriter json)
    {
        call.Query.TryGetValue("scroll_param", out string? key);
        ArraySegment<SandboxCompany> rows = _scroll.Next(string.IsNullOrEmpty(key) ? null : key, out string next);
        json.WriteStartObject();
        json.WriteString("type"u8, "list"u8);
        WriteRows(json, rows);
        json.WriteNull("pages"u8);
        json.WriteNull("total_count"u8);
        json.WriteString("scroll_param"u8, next);
        json.WriteEndObject();
    }

    private SandboxCompany[] Find(ApiCall call)
    {
        bool byName = call.Query.TryGetValue("name", out string? name);
        bool byId = call.Query.TryGetValue("company_id", out string? companyId);
        SandboxCompany[] found = _workspace.Companies
            .Where(c => (!byName || c.Name == name) && (!byId || c.CompanyId == companyId))
            .ToArray();
        return found.Length > 0 || (!byName && !byId) ? found : throw NotFound();
    }

    private void WriteRows(Utf8JsonWriter json, IEnumerable<SandboxCompany> rows)
    {
        json.WriteStartArray("data"u8);
        foreach (SandboxCompany company in rows)
        {
            CompanyJson.Write(json, company, _workspace.Id);
        }

        json.WriteEndArray();
    }

    private static ApiException NotFound() => ApiException.NotFound("company_not_found", "Company Not Found");

    private static int ReadNumber(ApiCall call, string name, int standard, int maximum)
    {
        if (!call.Query.TryGetValue(name, out string? text))
        {
            return standard;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= maximum
            ? number
            : throw ApiException.InvalidParameter(name, $"{name} must be a number from 1 to {maximum}");
    }
}
