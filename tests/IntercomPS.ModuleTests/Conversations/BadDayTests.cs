using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using IntercomPS.ModuleTests.Export;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Conversations;

/// <summary>Everything goes wrong at once.</summary>
public sealed class BadDayTests
{
    private const SandboxFault Everything =
        SandboxFault.ServerError | SandboxFault.EmptyServerError | SandboxFault.Reset | SandboxFault.Truncated | SandboxFault.SlowPage | SandboxFault.MovingRows
        | SandboxFault.RefusedCursor | SandboxFault.TooManyRequests | SandboxFault.TooManyRequestsRetryAfter | SandboxFault.DriftingTotal;

    [Theory]
    [InlineData("")]
    [InlineData("-SortBy UpdatedAt")]
    public void A_search_finds_everything_once(string search) =>
        Faulty.FindsAllOnce(Faulty.Day(Everything, rate: 0.15, seed: 8), search, Faulty.Asked(request => request.Fault != SandboxFault.None), "-TimeoutSec 1");

    [Fact]
    public void An_export_with_threads_holds_everything_once()
    {
        using var folder = new TemporaryFolder();
        using ConnectedModule module = ConnectedModule.Start(
            new SandboxOptions
            {
                Conversations = 400, Seed = 9, Now = ConnectedModule.Present, RateLimit = 0, Faults = Everything | SandboxFault.Disappearing, FaultRate = 0.05,
                SlowPageDelay = System.TimeSpan.FromSeconds(3),
            },
            "-TimeoutSec 1");
        module.Runspace.SetVariable("folder", folder.FullName);

        PSObject summary = module.Run("Export-IntercomConversation -Path $folder/all.csv -IncludeParts").Succeeded().Single();

        HashSet<string> gone = [.. module.Server.Counters.Recent.Where(request => request.Status == 404).Select(request => request.Path["/conversations/".Length..])];
        Assert.Equal(gone.Count, summary.Properties["Skipped"].Value);
        SandboxConversation[] left = [.. module.NewestFirst.Where(c => !gone.Contains(c.Id))];
        ExportedRows.Read(folder.PathOf("all.csv")).AssertAre(left.Select(c => ExpectedRow.Of(c, module.Server.Workspace.GetParts(c), full: false)));
        ExportedRows.Read(folder.PathOf("all.parts.csv")).AssertAre(
            left.SelectMany(c => module.Server.Workspace.GetParts(c).TakeLast(500).Select(part => ExpectedPart.Of(c, part))));
    }
}
