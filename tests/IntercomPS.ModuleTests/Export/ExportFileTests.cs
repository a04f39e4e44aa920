using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Export;

/// <summary>Where files land, what is kept, and what is refused before a request is sent.</summary>
public sealed class ExportFileTests : IClassFixture<SharedWorkspace>, IDisposable
{
    private const string Old = "an older export";
    private const string Cmdlet = "IntercomPS.Cmdlets.Conversations.ExportIntercomConversationCommand";

    private readonly TemporaryFolder _folder = new();
    private readonly ConnectedModule _module;

    public ExportFileTests(SharedWorkspace shared)
    {
        _module = shared.Module;
        _module.Runspace.SetVariable("folder", _folder.FullName);
        Directory.CreateDirectory(_folder.PathOf("sub"));
        File.WriteAllText(_folder.PathOf("old.csv"), Old);
        File.WriteAllText(_folder.PathOf("threads.parts.csv"), Old);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("-Path $folder/old.csv", "ExportTargetUnusable", ErrorCategory.ResourceExists)]
    [InlineData("-Path $folder/old.csv -NoClobber", "ExportTargetUnusable", ErrorCategory.ResourceExists)]
    [InlineData("-Path $folder/old.csv -NoClobber -Force", "ExportTargetUnusable", ErrorCategory.ResourceExists)]
    [InlineData("-Path $folder/threads.csv -IncludeParts", "ExportTargetUnusable", ErrorCategory.ResourceExists)]
    [InlineData("-Path $folder/none/new.csv", "ExportTargetUnusable", ErrorCategory.WriteError)]
    [InlineData("-Path $folder/sub -Format Csv", "ExportTargetUnusable", ErrorCategory.WriteError)]
    [InlineData("-Path $folder/sub -Format Csv -Force", "ExportTargetUnusable", ErrorCategory.WriteError)]
    [InlineData("-Path $folder/new.xlsx", "InvalidPath", ErrorCategory.InvalidArgument)]
    [InlineData("-Path $folder/new", "InvalidPath", ErrorCategory.InvalidArgument)]
    [InlineData("-Path env:new.csv", "InvalidPath", ErrorCategory.InvalidArgument)]
    [InlineData("-Path nodrive:/new.csv", "InvalidPath", ErrorCategory.InvalidArgument)]
    [InlineData("-Path $folder/new.csv -Property Id, Sentiment", "UnknownColumn", ErrorCategory.InvalidArgument)]
    [InlineData("-Path $folder/new.csv -CreatedAfter '2026-02-01' -CreatedBefore '2026-01-01'", "InvalidQuery", ErrorCategory.InvalidArgument)]
    public void What_cannot_be_written_is_refused_before_a_request(string parameters, string id, ErrorCategory category)
    {
        ErrorRecord? error = null;
        IReadOnlyList<SandboxRequest> requests = _module.RequestsDuring(() => error = _module.Failure($"Export-IntercomConversation {parameters}"));

        Assert.Equal($"{id},{Cmdlet}", error!.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Empty(requests);
        AssertNothingChanged();
    }

    [Fact]
    public void Input_and_search_parameters_exclude_each_other()
    {
        ErrorRecord error = _module.Failure("Search-IntercomConversation -First 1 | Export-IntercomConversation -Path $folder/new.csv -State Open");

        Assert.Equal($"InputAndSearch,{Cmdlet}", error.FullyQualifiedErrorId);
        AssertNothingChanged();
    }

    [Fact]
    public void WhatIf_asks_nothing_and_writes_nothing()
    {
        Assert.Empty(_module.RequestsDuring(() => Assert.Empty(_module.Run("Export-IntercomConversation -Path $folder/new.csv -WhatIf").Succeeded())));
        AssertNothingChanged();
    }

    [Fact]
    public void Force_replaces_an_existing_file()
    {
        _module.Run("Export-IntercomConversation -Path $folder/old.csv -State Snoozed -Force; Export-IntercomConversation -Path $folder/threads.csv -State Snoozed -IncludeParts -Force").Succeeded();

        SandboxConversation[] snoozed = [.. _module.NewestFirst.Where(c => c.State == "snoozed")];
        Assert.Equal(snoozed.Select(c => c.Id), CsvFile.Read(_folder.PathOf("old.csv")).Rows.Select(row => row["conversation_id"]));
        Assert.Equal(
            snoozed.SelectMany(c => _module.Server.Workspace.GetParts(c)).Select(part => part.Id),
            CsvFile.Read(_folder.PathOf("threads.parts.csv")).Rows.Select(row => row["part_id"]));
        Assert.Equal(["old.csv", "sub", "threads.csv", "threads.parts.csv"], _folder.Names);
    }

    [Fact]
    public void A_relative_path_begins_where_the_shell_is_and_not_the_process()
    {
        string path = (string)_module.Run("""
            $null = $ExecutionContext.SessionState.Path.SetLocation("$folder/sub")
            (Export-IntercomConversation -Path here.jsonl -State Snoozed).Path
            """).Succeeded().Single().BaseObject;

        Assert.Equal(_folder.PathOf(Path.Join("sub", "here.jsonl")), path);
        Assert.True(File.Exists(path));
        Assert.NotEqual(_folder.PathOf("sub"), Directory.GetCurrentDirectory());
    }

    [Theory]
    [InlineData("[1]*.csv")]
    [InlineData("Ünïcode ✓ 名.csv")]
    [InlineData("UPPER.CSV")]
    public void A_name_is_taken_as_it_is(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && name.Contains('*'), "Windows has no such names.");
        _module.Runspace.SetVariable("name", name);

        _module.Run("Export-IntercomConversation -LiteralPath $folder/$name -State Snoozed").Succeeded();

        Assert.Contains(name, _folder.Names);
    }

    [Fact]
    public void Format_goes_before_the_ending()
    {
        _module.Run("Export-IntercomConversation -Path $folder/new.txt -Format JsonLines -State Snoozed").Succeeded();

        Assert.StartsWith("{\"conversation_id\":", File.ReadAllText(_folder.PathOf("new.txt")));
    }

    private void AssertNothingChanged()
    {
        Assert.Equal(["old.csv", "sub", "threads.parts.csv"], _folder.Names);
        Assert.Equal(Old, File.ReadAllText(_folder.PathOf("old.csv")));
        Assert.Equal(Old, File.ReadAllText(_folder.PathOf("threads.parts.csv")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.PathOf("sub")));
    }
}
