using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.Tests.Sandbox;

/// <summary>A plain HttpClient with the headers that the API wants.</summary>
internal sealed class SandboxClient : IDisposable
{
    public SandboxClient(SandboxServer server, string version = "2.15")
    {
        Http = new HttpClient { BaseAddress = server.BaseUri };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.AccessToken);
        Http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        Http.DefaultRequestHeaders.Add("Intercom-Version", version);
    }

    public HttpClient Http { get; }

    public static JsonObject Filter(string field, string name, JsonNode? value)
        => new() { ["field"] = field, ["operator"] = name, ["value"] = value };

    public static JsonObject Group(string name, params JsonNode[] members)
        => new() { ["operator"] = name, ["value"] = new JsonArray([.. members]) };

    public static JsonObject Sort(string field, bool ascending)
        => new() { ["field"] = field, ["order"] = ascending ? "ascending" : "descending" };

    public Task<HttpResponseMessage> SendAsync(string path) => Http.GetAsync(path, TestContext.Current.CancellationToken);

    public async Task<JsonElement> GetAsync(string path)
    {
        using HttpResponseMessage response = await SendAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
        return await ReadAsync(response);
    }

    public Task<HttpResponseMessage> PostAsync(string path, JsonNode body)
        => Http.PostAsync(path, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> SendSearchAsync(JsonNode query, int? perPage = null, string? after = null, JsonNode? sort = null, string path = "conversations/search")
    {
        var body = new JsonObject { ["query"] = query.DeepClone(), ["pagination"] = new JsonObject() };
        if (perPage is not null)
        {
            body["pagination"]!["per_page"] = perPage;
        }

        if (after is not null)
        {
            body["pagination"]!["starting_after"] = after;
        }

        if (sort is not null)
        {
            body["sort"] = sort.DeepClone();
        }

        return PostAsync(path, body);
    }

    public async Task<JsonElement> SearchAsync(JsonNode query, int? perPage = null, string? after = null, JsonNode? sort = null, string path = "conversations/search")
    {
        using HttpResponseMessage response = await SendSearchAsync(query, perPage, after, sort, path);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await ReadAsync(response);
    }

    /// <summary>Follows the cursors of a search to the end.</summary>
    public async Task<List<string>> SearchIdsAsync(JsonNode query, int perPage = 150, JsonNode? sort = null, string path = "conversations/search", string rows = "conversations")
    {
        var ids = new List<string>();
        string? after = null;
        do
        {
            JsonElement page = await SearchAsync(query, perPage, after, sort, path);
            ids.AddRange(page.GetProperty(rows).EnumerateArray().Select(c => c.GetProperty("id").GetString()!));
            after = NextCursor(page);
        }
        while (after is not null);
        return ids;
    }

    public static string? NextCursor(JsonElement page)
        => page.GetProperty("pages").TryGetProperty("next", out JsonElement next) && next.ValueKind == JsonValueKind.Object
            ? next.GetProperty("starting_after").GetString()
            : null;

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
        => JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>Checks status and envelope of an error and gives its code.</summary>
    public static async Task<string> ReadErrorAsync(HttpResponseMessage response, int status)
    {
        JsonElement body = await ReadAsync(response);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("error.list", body.GetProperty("type").GetString());
        Assert.True(Guid.TryParse(body.GetProperty("request_id").GetString(), out _));
        return body.GetProperty("errors")[0].GetProperty("code").GetString()!;
    }

    public void Dispose() => Http.Dispose();
}
