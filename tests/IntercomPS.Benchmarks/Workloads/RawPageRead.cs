using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;

namespace IntercomPS.Benchmarks.Workloads;

/// <summary>One page of raw bytes, several times over.</summary>
internal static class RawPageRead
{
    private const int Times = 5;

    /// <summary>Reads the first page.</summary>
    /// <returns>The median time of a page.</returns>
    public static async Task<IReadOnlyDictionary<string, double>> RunAsync(Uri address)
    {
        using HttpClient http = await SearchRequests.ConnectAsync(address).ConfigureAwait(false);
        using var page = new MemoryStream();
        var times = new List<double>();
        for (int run = 0; run < Times; run++)
        {
            var clock = Stopwatch.StartNew();
            await RawBytesRead.ReadPageAsync(http, cursor: null, page).ConfigureAwait(false);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return new Dictionary<string, double> { ["page"] = Figures.Median(times) };
    }
}
