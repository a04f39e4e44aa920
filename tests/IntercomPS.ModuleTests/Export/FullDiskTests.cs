using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Export;

/// <summary>A disk that is full or read-only is told clearly, and what was exported is kept.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const string Cmdlet = "IntercomPS.Cmdlets.Conversations.ExportIntercomConversationCommand";

    private readonly TemporaryFolder _folder = new();
    private readonly ConnectedModule _module = ConnectedModule.Start(new SandboxOptions
    {
        Conversations = 2000, Seed = 6, Now = ConnectedModule.Present, RateLimit = 0, Latency = TimeSpan.FromMilliseconds(200),
    });

    public FullDiskTests() => _module.Runspace.SetVariable("folder", _folder.FullName);

    public void Dispose()
    {
        _module.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.json")]
    public void With_room_again_an_export_goes_on_where_it_was(string name)
    {
        _module.Run($"$null = Export-IntercomConversation -Path $folder/{name}").Succeeded();
        using SmallDisk disk = Mount("300k");

        ErrorRecord error = _module.Failure($"Export-IntercomConversation -Path $disk/{name} -Resume");

        Assert.Equal($"WriteFailed,{Cmdlet}", error.FullyQualifiedErrorId);
        Assert.Contains("The disk is full", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("-Resume goes on", error.Exception.Message, StringComparison.Ordinal);
        AssertJournalIsWhole(disk.PathOf($"{name}.journal"));

        disk.Remount("size=64m");
        PSObject summary = _module.Run($"Export-IntercomConversation -Path $disk/{name} -Resume").Succeeded().Single();

        Assert.Equal(2, summary.Properties["Runs"].Value);
        Assert.Equal(File.ReadAllBytes(_folder.PathOf(name)), File.ReadAllBytes(disk.PathOf(name)));
        Assert.Equal([disk.PathOf(name)], Directory.GetFiles(disk.FullName));
    }

    [Fact]
    public void Without_Resume_nothing_is_left()
    {
        using SmallDisk disk = Mount("300k");

        ErrorRecord error = _module.Failure("Export-IntercomConversation -Path $disk/a.csv");

        Assert.Equal($"WriteFailed,{Cmdlet}", error.FullyQualifiedErrorId);
        Assert.Contains("The disk is full", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(disk.FullName));
    }

    [Fact]
    public void A_disk_that_became_read_only_is_told_and_the_journal_stays()
    {
        _module.Run("$null = Export-IntercomConversation -Path $folder/a.csv").Succeeded();
        using SmallDisk disk = Mount("300k");
        _module.Failure("Export-IntercomConversation -Path $disk/a.csv -Resume");
        byte[] journal = File.ReadAllBytes(disk.PathOf("a.csv.journal"));
        disk.Remount("size=64m,ro");

        ErrorRecord resumed = _module.Failure("Export-IntercomConversation -Path $disk/a.csv -Resume");
        ErrorRecord begun = _module.Failure("Export-IntercomConversation -Path $disk/b.csv -Resume");
        ErrorRecord plain = _module.Failure("Export-IntercomConversation -Path $disk/b.csv");

        Assert.All(new[] { resumed, begun, plain }, error =>
        {
            Assert.Equal($"ExportTargetUnusable,{Cmdlet}", error.FullyQualifiedErrorId);
            Assert.Contains("read-only", error.Exception.Message, StringComparison.Ordinal);
        });
        Assert.Equal(journal, File.ReadAllBytes(disk.PathOf("a.csv.journal")));

        disk.Remount("rw");
        _module.Run("$null = Export-IntercomConversation -Path $disk/a.csv -Resume").Succeeded();
        Assert.Equal(File.ReadAllBytes(_folder.PathOf("a.csv")), File.ReadAllBytes(disk.PathOf("a.csv")));
    }

    private static void AssertJournalIsWhole(string path)
    {
        string[] lines = File.ReadAllText(path).Split('\n');
        Assert.True(lines.Length > 2);
        Assert.All(lines[..^1], line => Assert.Equal(JsonValueKind.Object, JsonElement.Parse(line).ValueKind));
    }

    private SmallDisk Mount(string size)
    {
        SmallDisk disk = SmallDisk.MountOrSkip(size);
        _module.Runspace.SetVariable("disk", disk.FullName);
        return disk;
    }
}
