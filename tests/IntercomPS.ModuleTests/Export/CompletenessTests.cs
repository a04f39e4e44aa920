using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Export;

/// <summary>What an export lacks is told, and what begins while it runs belongs to the next one.</summary>
public sealed class CompletenessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_missing_is_a_warning_and_with_Strict_an_error_and_the_files_are_there()
    {
        using ConnectedModule module = Start(new SandboxOptions
        {
            Conversations = 200, Seed = 21, Now = ConnectedModule.Present, RateLimit = 0, Faults = SandboxFault.Disappearing, FaultRate = 0.2,
        });

        ScriptResult loose = module.Run("Export-IntercomConversation -Path $folder/a.csv -IncludeParts -Manifest");
        ErrorRecord error = module.Failure("Export-IntercomConversation -Path $folder/b.csv -IncludeParts -Manifest -Strict");

        Assert.Equal(2, loose.Warnings.Count);
        Assert.Contains(loose.Warnings, text => text.Contains("oldest parts", StringComparison.Ordinal));
        Assert.Contains(loose.Warnings, text => text.Contains("left out", StringComparison.Ordinal));
        Assert.StartsWith("ExportIncomplete,", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidResult, error.CategoryInfo.Category);
        Assert.Equal("IntercomPS.ExportSummary", error.TargetObject.GetType().FullName);
        Assert.Contains(_folder.PathOf("b.manifest.json"), error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(_folder.PathOf("a.csv")), File.ReadAllBytes(_folder.PathOf("b.csv")));
        Assert.Equal(true, module.Run("Test-IntercomExport $folder/b.csv -Quiet").Succeeded().Single().BaseObject);
        JsonElement manifest = Manifest("b");
        Assert.False(manifest.GetProperty("complete").GetBoolean());
        Assert.Equal(
            module.Server.Counters.Recent.Where(request => request.Status == 404).Select(request => request.Path["/conversations/".Length..]).Distinct().Order(),
            manifest.GetProperty("skipped").EnumerateArray().Select(item => item.GetProperty("id").GetString()!).Order());
        JsonElement thread = Assert.Single(manifest.GetProperty("incomplete_threads").EnumerateArray());
        Assert.Equal(500, thread.GetProperty("received").GetInt32());
        Assert.Equal(
            module.Server.Workspace.GetParts(module.NewestFirst.Single(c => c.Id == thread.GetProperty("id").GetString())).Count,
            thread.GetProperty("total_count").GetInt32());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-State Open")]
    [InlineData("-CxScoreBelow 3 -CreatedAfter 2024-01-01")]
    public void Nothing_is_missing_from_a_workspace_that_is_read_in_peace(string query)
    {
        using ConnectedModule module = Start(new SandboxOptions { Conversations = 400, Seed = 11, RateLimit = 0 });

        PSObject summary = module.Run($"Export-IntercomConversation -Path $folder/a.csv -Manifest -Strict {query}").Succeeded().Single();

        Assert.Equal(true, summary.Properties["IsComplete"].Value);
        Assert.Equal(Manifest("a").GetProperty("counted").GetInt64(), Manifest("a").GetProperty("received").GetInt64());
        Assert.Equal(0, Manifest("a").GetProperty("not_returned").GetInt64());
    }

    [Fact]
    public void What_Intercom_counts_and_does_not_return_is_missing()
    {
        using StubbedModule module = StubbedModule.Start(_ => new StubAnswer(
            200, """{"type":"conversation.list","total_count":3,"pages":{"type":"pages","page":1},"conversations":[{"type":"conversation","id":"1","created_at":1700000000,"state":"open"}]}"""));
        module.Runspace.SetVariable("folder", _folder.FullName);

        ScriptResult result = module.Runspace.Run("Export-IntercomConversation -Path $folder/a.csv -Manifest");

        Assert.Contains("Intercom counts 2 conversations more than it returned.", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.False(Manifest("a").GetProperty("complete").GetBoolean());
    }

    [Fact]
    public void What_begins_while_it_runs_is_left_to_the_next_one()
    {
        using ConnectedModule module = Start(new SandboxOptions
        {
            Conversations = 1000, Seed = 5, RateLimit = 0, Now = DateTimeOffset.UtcNow.AddMinutes(30), History = TimeSpan.FromHours(1),
        });

        PSObject first = module.Run("$first = Export-IntercomConversation -Path $folder/a.csv -Strict; $first").Succeeded().Single();
        var bound = (DateTimeOffset)first.Properties["CreatedBefore"].Value;
        Assert.InRange(bound, DateTimeOffset.UtcNow.AddSeconds(-30), DateTimeOffset.UtcNow);
        module.Run("$null = Export-IntercomConversation -Path $folder/b.csv -CreatedAfter $first.CreatedBefore -CreatedBefore $first.CreatedBefore.AddYears(1)").Succeeded();

        Assert.Equal(module.NewestFirst.Where(c => c.CreatedAt < bound).Select(c => c.Id), Ids("a.csv"));
        Assert.Empty(Ids("b.csv").Intersect(Ids("a.csv")));
    }

    [Fact]
    public void An_earlier_bound_of_the_search_is_the_bound_of_the_export()
    {
        using ConnectedModule module = Start(SharedWorkspace.Options);

        PSObject summary = module.Run("Export-IntercomConversation -Path $folder/a.csv -CreatedBefore 2025-01-01T00:00:00Z").Succeeded().Single();

        Assert.Equal(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), summary.Properties["CreatedBefore"].Value);
    }

    private string[] Ids(string name) => [.. CsvFile.Read(_folder.PathOf(name)).Rows.Select(row => row["conversation_id"])];

    private JsonElement Manifest(string name) => JsonElement.Parse(File.ReadAllText(_folder.PathOf($"{name}.manifest.json")));

    private ConnectedModule Start(SandboxOptions options)
    {
        ConnectedModule module = ConnectedModule.Start(options);
        module.Runspace.SetVariable("folder", _folder.FullName);
        return module;
    }
}
