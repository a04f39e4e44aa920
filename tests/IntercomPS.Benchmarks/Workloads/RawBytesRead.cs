using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

namespace IntercomPS.Benchmarks.Workloads;

/// <summary>The bytes of the same pages, one page after the other, and nothing made of them: what no client that waits for its cursor can beat.</summary>
internal static class RawBytesRead
{
    /// <summary>Reads every page.</summary>
    public static async Task<IReadOnlyDictionary<string, double>> RunAsync(Uri address)
    {
        using HttpClient http = await SearchRequests.ConnectAsync(address).ConfigureAwait(false);
        TimeSpan processorTime = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        using var page = new MemoryStream();
        long bytes = 0;
        string? cursor = null;
        do
        {
            await ReadPageAsync(http, cursor, page).ConfigureAwait(false);
            bytes += page.Length;
            cursor = CursorIn(page.GetBuffer().AsSpan(0, (int)page.Length));
        }
        while (cursor is not null);
        return new Dictionary<string, double>
        {
            ["elapsed"] = clock.Elapsed.TotalMilliseconds,
            ["cpu"] = (Environment.CpuUsage.TotalTime - processorTime).TotalMilliseconds,
            ["bytes"] = bytes,
        };
    }

    /// <summary>Reads the bytes of one page.</summary>
    public static async Task ReadPageAsync(HttpClient http, string? cursor, MemoryStream page)
    {
        using HttpRequestMessage request = SearchRequests.Page(cursor);
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        page.SetLength(0);
        await response.Content.CopyToAsync(page).ConfigureAwait(false);
    }

    private static string? CursorIn(ReadOnlySpan<byte> page)
    {
        ReadOnlySpan<byte> name = "\"starting_after\":\""u8;
        int start = page.IndexOf(name);
        if (start < 0)
        {
            return null;
        }

        ReadOnlySpan<byte> rest = page[(start + name.Length)..];
        return Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)'"')]);
    }
}
