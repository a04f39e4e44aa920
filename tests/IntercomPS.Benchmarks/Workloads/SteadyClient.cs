using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Benchmarks.Workloads;

/// <summary>Another program that uses the same quota: evenly paced requests, whatever comes back, and no regard for anybody.</summary>
internal static class SteadyClient
{
    /// <summary>Sends requests.</summary>
    /// <param name="address">The sandbox.</param>
    /// <param name="perSecond">How many a second.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="apiVersion">The version it asks for, by which the sandbox tells it apart.</param>
    public static async Task<IReadOnlyDictionary<string, double>> RunAsync(Uri address, double perSecond, double seconds, string apiVersion)
    {
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("INTERCOM_ACCESS_TOKEN"));
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        http.DefaultRequestHeaders.Add("Intercom-Version", apiVersion);
        var answers = new List<Task>();
        int refused = 0;
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            while (answers.Count < clock.Elapsed.TotalSeconds * perSecond)
            {
                answers.Add(AskAsync());
            }

            await Task.Delay(TimeSpan.FromSeconds((answers.Count / perSecond) - clock.Elapsed.TotalSeconds) is { Ticks: > 0 } wait ? wait : TimeSpan.Zero)
                .ConfigureAwait(false);
        }

        await Task.WhenAll(answers).ConfigureAwait(false);
        return new Dictionary<string, double> { ["requests"] = answers.Count, ["refused"] = refused };

        async Task AskAsync()
        {
            using HttpResponseMessage response = await http.GetAsync(new Uri("/admins", UriKind.Relative)).ConfigureAwait(false);
            await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Interlocked.Increment(ref refused);
            }
        }
    }
}
