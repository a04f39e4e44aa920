using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using CsvHelper;

namespace IntercomPS.Benchmarks.Workloads;

/// <summary>
/// The export as a competent scripter writes it in an afternoon: HttpClient, JsonDocument, one page after the other,
/// CsvHelper for the file, two regular expressions (compiled at build) for the HTML.
/// </summary>
internal static class PlainLoopExport
{
    /// <summary>Writes the normalized columns of every conversation.</summary>
    public static async Task<IReadOnlyDictionary<string, double>> RunAsync(Uri address, string path)
    {
        using HttpClient http = await SearchRequests.ConnectAsync(address).ConfigureAwait(false);
        TimeSpan processorTime = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        long rows = 0;
        await using (FileStream file = File.Create(path))
        using (CsvWriter csv = CsvWriter.Create(file, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteHeader(PlainLoopRow.Columns);
            string? cursor = null;
            do
            {
                using HttpRequestMessage request = SearchRequests.Page(cursor);
                using HttpResponseMessage response = await http.SendAsync(request).ConfigureAwait(false);
                response.EnsureSuccessStatusCode();
                await using Stream body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
                using JsonDocument page = await JsonDocument.ParseAsync(body).ConfigureAwait(false);
                foreach (JsonElement conversation in page.RootElement.GetProperty("conversations").EnumerateArray())
                {
                    PlainLoopRow.Write(csv, conversation);
                    rows++;
                }

                cursor = PlainLoopRow.At(page.RootElement, "pages", "next", "starting_after")?.GetString();
            }
            while (cursor is not null);
        }

        return new Dictionary<string, double>
        {
            ["elapsed"] = clock.Elapsed.TotalMilliseconds,
            ["cpu"] = (Environment.CpuUsage.TotalTime - processorTime).TotalMilliseconds,
            ["rows"] = rows,
        };
    }
}
