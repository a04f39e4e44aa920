using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;

namespace IntercomPS.Benchmarks.Workloads;

/// <summary>The requests of the baselines: the pages that the export asks for, asked for by hand.</summary>
internal static class SearchRequests
{
    private const int PageSize = 150;

    /// <summary>A client that has connected, as Connect-Intercom has before an export: GET /me.</summary>
    public static async Task<HttpClient> ConnectAsync(Uri address)
    {
        var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("INTERCOM_ACCESS_TOKEN"));
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        http.DefaultRequestHeaders.Add("Intercom-Version", "2.15");
        using HttpResponseMessage me = await http.GetAsync(new Uri("/me", UriKind.Relative)).ConfigureAwait(false);
        me.EnsureSuccessStatusCode();
        await me.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        return http;
    }

    /// <summary>The page that begins at a cursor; null for the first page.</summary>
    public static HttpRequestMessage Page(string? cursor)
    {
        string start = cursor is null ? string.Empty : $"\"starting_after\":\"{cursor}\",";
        string body = "{\"query\":{\"field\":\"created_at\",\"operator\":\">\",\"value\":0},"
            + $"\"pagination\":{{{start}\"per_page\":{PageSize}}},"
            + "\"sort\":{\"field\":\"created_at\",\"order\":\"descending\"}}";
        return new HttpRequestMessage(HttpMethod.Post, new Uri("/conversations/search", UriKind.Relative))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
    }
}
