using System.Collections.Generic;
using System.Text.Json;
using IntercomPS.Sandbox.Http;

namespace IntercomPS.Sandbox.Api;

/// <summary>One authenticated request on its way to its endpoint.</summary>
internal sealed class ApiCall
{
    public ApiCall(HttpRequest request, ApiVersion version, string id)
    {
        Request = request;
        Version = version;
        Id = id;
        Query = QueryString.Parse(request.QueryText);
    }

    public HttpRequest Request { get; }

    public ApiVersion Version { get; }

    /// <summary>The id in the path; empty where the route has none.</summary>
    public string Id { get; }

    public IReadOnlyDictionary<string, string> Query { get; }

    /// <summary>Set by endpoints that answer with a page.</summary>
    public PageRequest? Page { get; set; }

    /// <summary>Reads the body as JSON.</summary>
    public JsonDocument ReadJson()
    {
        string? contentType = Request.Header("Content-Type");
        if (contentType is null || contentType.IndexOf("json", System.StringComparison.OrdinalIgnoreCase) < 0)
        {
            throw new ApiException(415, "unsupported_media_type", "The Content-Type header should be application/json");
        }

        try
        {
            return JsonDocument.Parse(Request.Body);
        }
        catch (JsonException)
        {
            throw new ApiException(400, "bad_request", "The body is not valid JSON");
        }
    }
}
