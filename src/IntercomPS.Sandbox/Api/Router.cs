using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text.Json;
using IntercomPS.Sandbox.Http;

namespace IntercomPS.Sandbox.Api;

/// <summary>Finds the endpoint of a request.</summary>
internal sealed class Router
{
    private const string IdSegment = "{id}";

    private readonly List<Route> _routes = [];

    public void Add(string method, string template, Action<ApiCall, Utf8JsonWriter> endpoint) => _routes.Add(new Route(method, template, endpoint, Download: null));

    /// <summary>Adds an endpoint that answers with a file.</summary>
    public void AddDownload(string method, string template, Func<ApiCall, HttpResponse> download) => _routes.Add(new Route(method, template, Endpoint: null, download));

    /// <returns>The route and the id in the path; null where none fits.</returns>
    public (Route Route, string Id)? Find(string method, string path)
    {
        string[] segments = path.TrimEnd('/').Split('/');
        (Route Route, string Id)? found = null;
        foreach (Route route in _routes.Where(r => r.Method == method && r.Segments.Length == segments.Length))
        {
            string id = string.Empty;
            bool fits = true;
            for (int i = 0; i < segments.Length && fits; i++)
            {
                bool isId = route.Segments[i] == IdSegment;
                fits = isId ? segments[i].Length > 0 : route.Segments[i] == segments[i];
                id = isId ? WebUtility.UrlDecode(segments[i]) : id;
            }

            // A route by name goes before a route by id, whatever the order they were added in.
            if (fits && (found is null || id.Length == 0))
            {
                found = (route, id);
            }
        }

        return found;
    }

    internal sealed record Route(string Method, string Template, Action<ApiCall, Utf8JsonWriter>? Endpoint, Func<ApiCall, HttpResponse>? Download)
    {
        public string[] Segments { get; } = Template.Split('/');
    }
}
