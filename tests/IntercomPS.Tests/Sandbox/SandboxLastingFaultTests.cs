using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.Tests.Sandbox;

/// <summary>Faults of pages, cursors and conversations, which no simple retry helps against.</summary>
public sealed class SandboxLastingFaultTests
{
    private static readonly JsonNode Everything = SandboxClient.Filter("created_at", ">", 0);

    [Fact]
    public async Task Refused_cursors_stay_refused_and_the_first_page_never_is()
    {
        using SandboxServer server = FaultySandbox.Start(SandboxFault.RefusedCursor);
        using var client = new SandboxClient(server);
        string? cursor = SandboxClient.NextCursor(await client.SearchAsync(Everything, 10));
        for (int attempt = 0; attempt < 4; attempt++)
        {
            using HttpResponseMessage response = await client.SendSearchAsync(Everything, 10, cursor);
            Assert.Equal("client_error", await SandboxClient.ReadErrorAsync(response, 400));
        }
    }

    [Fact]
    public async Task Slow_pages_get_faster_with_fewer_rows()
    {
        using SandboxServer server = FaultySandbox.Start(SandboxFault.SlowPage, slowPageDelay: TimeSpan.FromMilliseconds(900));
        using var client = new SandboxClient(server);
        await client.SearchAsync(Everything, 1);
        var watch = Stopwatch.StartNew();
        await client.SearchAsync(Everything, 150);
        Assert.True(watch.ElapsedMilliseconds >= 850, $"{watch.ElapsedMilliseconds} ms");
        watch.Restart();
        await client.SearchAsync(Everything, 15);
        Assert.True(watch.ElapsedMilliseconds < 700, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task Moving_rows_make_pages_by_updated_at_lose_or_repeat_rows_but_not_pages_by_created_at()
    {
        using SandboxServer server = FaultySandbox.Start(SandboxFault.MovingRows, 0.3);
        using SandboxServer other = FaultySandbox.Start(SandboxFault.MovingRows, 0.3);
        using var client = new SandboxClient(server);
        using var otherClient = new SandboxClient(other);
        Dictionary<string, DateTimeOffset> before = server.Workspace.Conversations.ToDictionary(c => c.Id, c => c.UpdatedAt);
        List<string> byCreation = await client.SearchIdsAsync(Everything, 20, SandboxClient.Sort("created_at", ascending: true));
        Assert.Equal(server.Workspace.Conversations.Select(c => c.Id), byCreation);
        Assert.Contains(server.Workspace.Conversations, c => c.UpdatedAt > before[c.Id]);
        Assert.DoesNotContain(server.Workspace.Conversations, c => c.UpdatedAt < before[c.Id]);

        List<string> byChange = await otherClient.SearchIdsAsync(Everything, 20, SandboxClient.Sort("updated_at", ascending: false));
        Assert.True(byChange.Distinct().Count() < byCreation.Count);
    }

    [Fact]
    public async Task Disappearing_conversations_are_found_but_not_given()
    {
        using SandboxServer server = FaultySandbox.Start(SandboxFault.Disappearing, 0.3);
        using var client = new SandboxClient(server);
        var missing = new List<string>();
        List<string> found = await client.SearchIdsAsync(Everything);
        foreach (string id in found.Concat(found))
        {
            using HttpResponseMessage response = await client.SendAsync("conversations/" + id);
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                missing.Add(id);
            }
        }

        Assert.Equal(server.Workspace.Conversations.Count, found.Count);
        Assert.InRange(missing.Count, 2, (found.Count * 2) - 2);
        Assert.All(missing.GroupBy(id => id), g => Assert.Equal(2, g.Count()));
    }

    [Fact]
    public async Task Totals_drift_from_page_to_page()
    {
        using SandboxServer server = FaultySandbox.Start(SandboxFault.DriftingTotal);
        using var client = new SandboxClient(server);
        var totals = new HashSet<int>();
        string? after = null;
        do
        {
            JsonElement page = await client.SearchAsync(Everything, 20, after);
            totals.Add(page.GetProperty("total_count").GetInt32());
            after = SandboxClient.NextCursor(page);
        }
        while (after is not null);
        Assert.True(totals.Count > 1);
    }
}
