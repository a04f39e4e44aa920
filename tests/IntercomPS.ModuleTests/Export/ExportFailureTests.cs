using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Export;

/// <summary>A run that fails or is stopped leaves no half file, and an existing one as it was.</summary>
public sealed class ExportFailureTests : IDisposable
{
    private const string Old = "an older export";
    private const string Script = "Export-IntercomConversation -Path $folder/new.csv; Export-IntercomConversation -Path $folder/old.csv -IncludeParts -Force";

    private readonly TemporaryFolder _folder = new();
    private readonly ConnectedModule _module = ConnectedModule.Start(new SandboxOptions
    {
        Conversations = 1500, RateLimit = 0, Latency = TimeSpan.FromMilliseconds(200),
    });

    public ExportFailureTests()
    {
        _module.Runspace.SetVariable("folder", _folder.FullName);
        File.WriteAllText(_folder.PathOf("old.csv"), Old);
    }

    public void Dispose()
    {
        _module.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("new.csv", "")]
    [InlineData("new.json", "-IncludeParts")]
    [InlineData("old.csv", "-Force")]
    public async Task A_token_that_is_revoked_on_the_way_leaves_no_half_file(string file, string parameters)
    {
        Task<ErrorRecord> failing = Task.Run(
            () => _module.Failure($"Export-IntercomConversation -Path $folder/{file} {parameters}"), TestContext.Current.CancellationToken);
        while (_module.Server.Counters.Recent.Count(request => request.Route == "/conversations/search") < 3)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        _module.Server.Stop();
        using SandboxServer other = SandboxServer.Start(new SandboxOptions { Conversations = 0, Port = _module.Server.BaseUri.Port });

        Assert.StartsWith("Unauthorized,", (await failing).FullyQualifiedErrorId);
        AssertNothingChanged();
    }

    [Fact]
    public void A_stopped_export_leaves_no_half_file()
    {
        StoppedScript stopped = _module.Runspace.RunAndStop(
            Script, (_, _) => _module.Server.Counters.Recent.Count(request => request.Route == "/conversations/search") >= 3);

        Assert.True(stopped.WasRunning);
        AssertNothingChanged();
    }

    [Fact]
    public void Conversations_that_vanish_meanwhile_are_left_out_and_counted()
    {
        using ConnectedModule module = ConnectedModule.Start(new SandboxOptions
        {
            Conversations = 200, Seed = 21, RateLimit = 0, Faults = SandboxFault.Disappearing, FaultRate = 0.2,
        });
        module.Runspace.SetVariable("folder", _folder.FullName);

        PSObject summary = module.Run("Export-IntercomConversation -Path $folder/new.csv -IncludeParts").Succeeded().Single();

        string[] gone = [.. module.Server.Counters.Recent.Where(request => request.Status == 404).Select(request => request.Path["/conversations/".Length..])];
        Assert.NotEmpty(gone);
        Assert.Equal(gone.Length, summary.Properties["Skipped"].Value);
        ExportedRows.Read(_folder.PathOf("new.csv")).AssertAre(module.NewestFirst
            .Where(c => !gone.Contains(c.Id))
            .Select(c => ExpectedRow.Of(c, module.Server.Workspace.GetParts(c), full: false)));
    }

    private void AssertNothingChanged()
    {
        Assert.Equal(["old.csv"], _folder.Names);
        Assert.Equal(Old, File.ReadAllText(_folder.PathOf("old.csv")));
    }
}
