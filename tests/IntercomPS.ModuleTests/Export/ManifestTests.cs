using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;
using IntercomPS.ModuleTests.Harness;
using Xunit;

namespace IntercomPS.ModuleTests.Export;

/// <summary>What a manifest says of an export, and what Test-IntercomExport makes of it.</summary>
public sealed class ManifestTests : IClassFixture<SharedWorkspace>, IDisposable
{
    private const string Cmdlet = "IntercomPS.Cmdlets.Conversations.TestIntercomExportCommand";

    private readonly TemporaryFolder _folder = new();
    private readonly ConnectedModule _module;

    public ManifestTests(SharedWorkspace shared)
    {
        _module = shared.Module;
        _module.Runspace.SetVariable("folder", _folder.FullName);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_tells_what_was_asked_and_what_came_of_it()
    {
        PSObject summary = _module.Run(
            "Export-IntercomConversation -Path $folder/a.csv -IncludeParts -Manifest -State Closed -CxScoreBelow 4 -CreatedAfter 2024-12-01 -CreatedBefore 2025-02-01").Succeeded().Single();

        JsonElement manifest = Read("a.manifest.json");
        object? Value(string name) => summary.Properties[name].Value;
        Assert.Equal(_folder.PathOf("a.manifest.json"), Value("ManifestPath"));
        Assert.Equal(_module.Server.Workspace.Id, manifest.GetProperty("workspace").GetProperty("id_code").GetString());
        Assert.Equal("2.15", manifest.GetProperty("api_version").GetString());
        JsonElement search = Assert.Single(manifest.GetProperty("query").EnumerateArray());
        Assert.Contains("\"state\"", search.GetProperty("asked").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("cx_score", search.GetProperty("checked").GetString(), StringComparison.Ordinal);
        Assert.Equal(Value("CreatedBefore"), manifest.GetProperty("created_before").GetDateTimeOffset());
        Assert.Equal(Value("Rows"), manifest.GetProperty("rows").GetInt64());
        Assert.Equal(Value("PartRows"), manifest.GetProperty("part_rows").GetInt64());
        Assert.Equal(Value("Received"), manifest.GetProperty("received").GetInt64());
        Assert.Equal(Value("Requests"), manifest.GetProperty("requests").GetInt32());
        Assert.Equal(1, manifest.GetProperty("runs").GetInt32());
        Assert.True((long)Value("Received")! > (long)Value("Rows")!);
    }

    [Fact]
    public void Files_as_they_were_written_are_valid_whichever_of_them_is_named()
    {
        _module.Run("$null = Export-IntercomConversation -Path $folder/a.csv -IncludeParts -Manifest -State Snoozed").Succeeded();

        bool[] results = [.. _module.Run("""
            Test-IntercomExport -Path $folder/a.csv -Quiet
            Test-IntercomExport $folder/a.parts.csv -Quiet
            Test-IntercomExport -LiteralPath $folder/a.manifest.json -Quiet
            "$folder/a.csv" | Test-IntercomExport -Quiet
            [pscustomobject]@{ FullName = "$folder/a.csv" } | Test-IntercomExport -Quiet
            Test-IntercomExport -Path $folder/* -Quiet
            """).Succeeded().Select(value => (bool)value.BaseObject)];

        Assert.Equal(Enumerable.Repeat(true, 6), results);
    }

    [Fact]
    public void An_export_can_be_checked_in_the_same_pipeline()
    {
        PSObject result = _module.Run("Export-IntercomConversation -Path ($folder + '/[1] é.jsonl') -Manifest -State Snoozed | Test-IntercomExport").Succeeded().Single();

        Assert.Equal("IntercomPS.ExportVerification", result.TypeNames[0]);
        Assert.Equal(true, result.Properties["IsValid"].Value);
        Assert.Equal(true, result.Properties["IsComplete"].Value);
        Assert.Equal(_folder.PathOf("[1] é.manifest.json"), result.Properties["Path"].Value);
    }

    [Fact]
    public void A_damaged_file_is_told_and_is_no_error()
    {
        _module.Run("$null = Export-IntercomConversation -Path $folder/a.csv -Manifest -State Snoozed").Succeeded();
        File.AppendAllText(_folder.PathOf("a.csv"), "x");

        PSObject result = _module.Run("Test-IntercomExport -Path $folder/a.csv").Succeeded().Single();

        Assert.Equal(false, result.Properties["IsValid"].Value);
        Assert.Contains("a.csv: it has", string.Join(' ', (System.Collections.Generic.IReadOnlyList<string>)result.Properties["Problem"].Value), StringComparison.Ordinal);
        Assert.Equal(false, _module.Run("Test-IntercomExport -Path $folder/a.csv -Quiet").Succeeded().Single().BaseObject);
    }

    [Fact]
    public void What_cannot_be_checked_is_an_error_of_its_own_and_the_others_go_on()
    {
        _module.Run("$null = Export-IntercomConversation -Path $folder/a.csv -Manifest -State Snoozed").Succeeded();
        File.WriteAllText(_folder.PathOf("b.manifest.json"), "no");

        ScriptResult result = _module.Run("\"$folder/none.csv\", \"$folder/b.csv\", 'env:x', \"$folder/a.csv\" | Test-IntercomExport");

        Assert.Equal(
            [$"ManifestNotFound,{Cmdlet}", $"ManifestUnreadable,{Cmdlet}", $"InvalidPath,{Cmdlet}"],
            result.Errors.Select(error => error.FullyQualifiedErrorId));
        Assert.Single(result.Output);
        Assert.Equal(false, _module.Run("Test-IntercomExport -Path $folder/none.csv -Quiet").Succeeded().Single().BaseObject);
    }

    [Theory]
    [InlineData("-Manifest")]
    [InlineData("-Manifest -NoClobber -Force")]
    public void An_existing_manifest_is_kept_and_nothing_asked(string parameters)
    {
        File.WriteAllText(_folder.PathOf("a.manifest.json"), "theirs");

        ErrorRecord? error = null;
        Assert.Empty(_module.RequestsDuring(() => error = _module.Failure($"Export-IntercomConversation -Path $folder/a.csv {parameters}")));

        Assert.StartsWith("ExportTargetUnusable,", error!.FullyQualifiedErrorId);
        Assert.Equal(["a.manifest.json"], _folder.Names);
    }

    [Fact]
    public void Force_replaces_it_and_a_pipeline_can_have_one()
    {
        File.WriteAllText(_folder.PathOf("a.manifest.json"), "theirs");

        _module.Run("Search-IntercomConversation -State Snoozed | Export-IntercomConversation -Path $folder/a.csv -Manifest -Force").Succeeded();

        Assert.Equal(JsonValueKind.Null, Read("a.manifest.json").GetProperty("query").ValueKind);
        Assert.Equal(true, _module.Run("Test-IntercomExport $folder/a.csv -Quiet").Succeeded().Single().BaseObject);
    }

    private JsonElement Read(string name) => JsonElement.Parse(File.ReadAllText(_folder.PathOf(name)));
}
