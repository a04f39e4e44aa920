using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Export;

/// <summary>An export that was stopped goes on where it was, and what is not the same export is refused.</summary>
public sealed class ResumeTests : IDisposable
{
    private const int OneLine = 400; // of a checkpoint, and a little more, so that there are two
    private const string Cmdlet = "IntercomPS.Cmdlets.Conversations.ExportIntercomConversationCommand";

    private readonly TemporaryFolder _folder = new();
    private readonly ConnectedModule _module = ConnectedModule.Start(new SandboxOptions
    {
        Conversations = 1500, Seed = 4, Now = ConnectedModule.Present, RateLimit = 0, Latency = TimeSpan.FromMilliseconds(250),
    });

    public ResumeTests() => _module.Runspace.SetVariable("folder", _folder.FullName);

    public void Dispose()
    {
        _module.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("a.csv", "")]
    [InlineData("a.csv", "-State Closed, Snoozed -CxScoreBelow 5")]
    [InlineData("a.jsonl", "-Schema Full")]
    [InlineData("a.json", "-State Closed, Open")]
    [InlineData("a.json", "-Query @{ field = 'state'; operator = '='; value = 'closed' } -Property Id, ContactEmail")]
    public void What_Ctrl_C_stopped_goes_on_where_it_was(string name, string parameters)
    {
        int all = Searches($"$null = Export-IntercomConversation -Path $folder/whole.{name} -Manifest -ThrottleLimit 1 {parameters}");
        Stop(name, $"-Manifest {parameters}");
        Assert.Equal([$"{name}.journal", $"{name}.partial"], Left(name));
        Assert.True(ReceivedBefore(name) > 0);

        int searches = Searches($"$done = Export-IntercomConversation -Path $folder/{name} -Resume -Strict -Manifest -ThrottleLimit 1 {parameters}");

        PSObject summary = _module.Run("$done").Output.Single();
        Assert.Equal(2, summary.Properties["Runs"].Value);
        Assert.Equal([name], Left(name));
        Assert.Equal(File.ReadAllBytes(_folder.PathOf($"whole.{name}")), File.ReadAllBytes(_folder.PathOf(name)));
        Assert.InRange(searches, 1, all - 1);
        Assert.Equal(true, _module.Run($"Test-IntercomExport $folder/{name} -Quiet").Succeeded().Single().BaseObject);
        JsonElement[] manifests = [Manifest(name), Manifest($"whole.{name}")];
        foreach (string property in new[] { "rows", "part_rows", "received", "counted", "not_returned", "complete" })
        {
            Assert.Equal(manifests[1].GetProperty(property).ToString(), manifests[0].GetProperty(property).ToString());
        }
    }

    [Theory]
    [InlineData("-State Open", "The query was")]
    [InlineData("-Schema Full", "The columns were|The columns was")]
    [InlineData("-Format JsonLines", "The format was")]
    [InlineData("-IncludeParts", "-IncludeParts")]
    public void Another_export_is_refused_before_anything_is_read(string parameters, string told)
    {
        Stop("a.csv", "");
        byte[] journal = File.ReadAllBytes(_folder.PathOf("a.csv.journal"));

        ErrorRecord? error = null;
        Assert.Empty(_module.RequestsDuring(() => error = _module.Failure($"Export-IntercomConversation -Path $folder/a.csv -Resume {parameters}")));

        Assert.Equal($"JournalMismatch,{Cmdlet}", error!.FullyQualifiedErrorId);
        Assert.Equal(_folder.PathOf("a.csv.journal"), error.TargetObject);
        Assert.Contains(told.Split('|'), text => error.Exception.Message.Contains(text, StringComparison.Ordinal));
        Assert.Equal(journal, File.ReadAllBytes(_folder.PathOf("a.csv.journal")));
    }

    [Fact]
    public void A_time_that_moves_with_the_present_is_told_with_what_to_do()
    {
        Stop("a.csv", "-CreatedAfter ([DateTime]'2024-10-01T00:00:00Z')");

        ErrorRecord error = _module.Failure("Export-IntercomConversation -Path $folder/a.csv -Resume -CreatedAfter ([DateTime]'2024-10-01T00:00:07Z')");

        Assert.Equal($"JournalMismatch,{Cmdlet}", error.FullyQualifiedErrorId);
        Assert.Contains("2024-10-01T00:00:00Z was asked for, and 2024-10-01T00:00:07Z is now", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("[DateTime]::Today.AddDays(-1)", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_of_what_the_pipeline_brings_cannot_be_resumed()
    {
        ErrorRecord error = _module.Failure("Search-IntercomConversation -First 1 | Export-IntercomConversation -Path $folder/a.csv -Resume");

        Assert.Equal($"ResumeNeedsSearch,{Cmdlet}", error.FullyQualifiedErrorId);
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void A_journal_that_is_none_is_refused()
    {
        File.WriteAllText(_folder.PathOf("a.csv.journal"), "my diary\n");

        ErrorRecord error = _module.Failure("Export-IntercomConversation -Path $folder/a.csv -Resume");

        Assert.Equal($"JournalUnreadable,{Cmdlet}", error.FullyQualifiedErrorId);
        Assert.Equal("my diary\n", File.ReadAllText(_folder.PathOf("a.csv.journal")));
    }

    [Fact]
    public void An_existing_file_is_refused_before_anything_is_read()
    {
        File.WriteAllText(_folder.PathOf("a.csv"), "theirs");

        ErrorRecord? error = null;
        Assert.Empty(_module.RequestsDuring(() => error = _module.Failure("Export-IntercomConversation -Path $folder/a.csv -Resume")));

        Assert.Equal($"ExportTargetUnusable,{Cmdlet}", error!.FullyQualifiedErrorId);
        Assert.Equal(["a.csv"], _folder.Names);
    }

    [Fact]
    public void A_run_without_Resume_that_is_complete_removes_what_nobody_will_go_on_with()
    {
        Stop("a.csv", "");

        ScriptResult result = _module.Run("Export-IntercomConversation -Path $folder/a.csv -State Snoozed");

        Assert.Contains("a.csv.journal", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(["a.csv"], _folder.Names);
    }

    [Fact]
    public async Task Two_runs_at_once_are_one_too_many()
    {
        using ModuleRunspace other = ModuleRunspace.Open();
        other.SetVariable("token", SecureText.Of(_module.Server.AccessToken));
        other.Run($"Connect-Intercom -AccessToken $token -BaseUri {_module.Server.BaseUri}").Succeeded();
        Task<ScriptResult> first = Task.Run(() => _module.Run("Export-IntercomConversation -Path $folder/a.csv -Resume"), TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => File.Exists(_folder.PathOf("a.csv.journal")), TimeSpan.FromSeconds(30)));

        ScriptResult second = other.RunToError($"Export-IntercomConversation -Path '{_folder.PathOf("a.csv")}' -Resume");

        Assert.Equal($"ExportTargetUnusable,{Cmdlet}", second.FailureId);
        Assert.Contains("in use", second.Failure!.Message, StringComparison.Ordinal);
        (await first).Succeeded();
    }

    [Fact]
    public async Task What_was_killed_before_its_journal_was_removed_is_finished_without_a_search()
    {
        Task<ErrorRecord> failing = Task.Run(() => _module.Failure("Export-IntercomConversation -Path $folder/a.csv -Resume"), TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => File.Exists(_folder.PathOf("a.csv.partial")), TimeSpan.FromSeconds(30)));
        File.WriteAllText(_folder.PathOf("a.csv"), "theirs");
        Assert.Equal($"ExportTargetUnusable,{Cmdlet}", (await failing).FullyQualifiedErrorId);
        File.Move(_folder.PathOf("a.csv.partial"), _folder.PathOf("a.csv"), overwrite: true);

        PSObject? summary = null;
        Assert.Empty(_module.RequestsDuring(() => summary = _module.Run("Export-IntercomConversation -Path $folder/a.csv -Resume").Succeeded().Single()));

        Assert.Equal(1500L, summary!.Properties["Rows"].Value);
        Assert.Equal(["a.csv"], _folder.Names);
        Assert.Equal(_module.NewestFirst.Select(c => c.Id), CsvFile.Read(_folder.PathOf("a.csv")).Rows.Select(row => row["conversation_id"]));
    }

    [Fact]
    public async Task A_failure_says_that_it_can_be_gone_on_with()
    {
        Task<ErrorRecord> failing = Task.Run(() => _module.Failure("Export-IntercomConversation -Path $folder/a.csv -Resume"), TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => Left("a.csv").Contains("a.csv.partial"), TimeSpan.FromSeconds(30)));
        int port = _module.Server.BaseUri.Port;
        _module.Server.Stop();
        using SandboxServer other = SandboxServer.Start(new SandboxOptions { Conversations = 0, Port = port });

        ErrorRecord error = await failing;

        Assert.StartsWith("Unauthorized,", error.FullyQualifiedErrorId);
        Assert.Contains("the same command with -Resume goes on", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("a.csv.journal", _folder.Names);
    }

    /// <summary>Stops an export as soon as something of it is safe on the disk.</summary>
    private void Stop(string name, string parameters)
    {
        string journal = _folder.PathOf($"{name}.journal");
        long begun = 0;
        StoppedScript stopped = _module.Runspace.RunAndStop(
            $"Export-IntercomConversation -Path $folder/{name} -Resume -ThrottleLimit 1 {parameters}", (_, _) => HasGrown(journal, ref begun));
        Assert.True(stopped.WasRunning);
    }

    private int Searches(string script) =>
        _module.RequestsDuring(() => _module.Run(script).Succeeded()).Count(request => request.Route == "/conversations/search");

    /// <summary>The run holds the journal for itself, so that only its size can be looked at: after the first line, it grows by one a checkpoint.</summary>
    private static bool HasGrown(string journal, ref long begun)
    {
        var file = new FileInfo(journal);
        long length = file.Exists ? file.Length : 0;
        begun = begun == 0 ? length : begun;
        return length > begun + OneLine;
    }

    /// <summary>How many conversations the last checkpoint says were received.</summary>
    private long ReceivedBefore(string name)
    {
        string last = File.ReadAllLines(_folder.PathOf($"{name}.journal")).Last(line => line.Contains("checkpoint", StringComparison.Ordinal));
        return JsonElement.Parse(last).GetProperty("checkpoint").GetProperty("received").GetInt64();
    }

    private IReadOnlyList<string> Left(string name) => [.. _folder.Names.Where(file => file.StartsWith(name, StringComparison.Ordinal))];

    private JsonElement Manifest(string name) => JsonElement.Parse(File.ReadAllText(Path.ChangeExtension(_folder.PathOf(name), ".manifest.json")));
}
