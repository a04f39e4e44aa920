using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;

namespace IntercomPS.Tests.Client;

/// <summary>Answers of the server.</summary>
internal static class Answers
{
    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Html(HttpStatusCode status) =>
        new(status) { Content = new StringContent("<html><body>Bad gateway</body></html>", Encoding.UTF8, "text/html") };

    public static HttpResponseMessage Error(HttpStatusCode status, string code, string message = "It is so.", string? field = null) =>
        Json(
            $$"""{"type":"error.list","request_id":"req-1","errors":[{"code":"{{code}}","message":"{{message}}"{{(field is null ? "" : $",\"field\":\"{field}\"")}}}]}""",
            status);

    public static HttpResponseMessage Stream(Stream body) => new(HttpStatusCode.OK) { Content = new StreamContent(body) };

    public static HttpResponseMessage With(this HttpResponseMessage response, string header, string value)
    {
        response.Headers.TryAddWithoutValidation(header, value);
        return response;
    }

    public static HttpResponseMessage WithQuota(this HttpResponseMessage response, int remaining, DateTimeOffset reset, int limit = 167) =>
        response.With("X-RateLimit-Limit", $"{limit}").With("X-RateLimit-Remaining", $"{remaining}").With("X-RateLimit-Reset", $"{reset.ToUnixTimeSeconds()}");
}
