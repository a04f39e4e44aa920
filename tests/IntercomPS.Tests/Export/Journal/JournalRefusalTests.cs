using System;
using System.IO;
using System.Threading.Tasks;
using IntercomPS.Export;
using IntercomPS.Export.Journal;
using Xunit;

namespace IntercomPS.Tests.Export.Journal;

/// <summary>What is not the same export is not gone on with, and what is not ours is left alone.</summary>
public sealed class JournalRefusalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Journal => _folder.PathOf("a.csv.journal");

    [Fact]
    public async Task Another_export_is_refused_and_the_journal_left_as_it_is()
    {
        ResumableExport export = Export();
        await export.RunAsync(2);
        byte[] journal = await File.ReadAllBytesAsync(Journal, TestContext.Current.CancellationToken);

        (string Word, ExportSubject Subject)[] others =
        [
            ("workspace", export.Options.Subject with { WorkspaceId = "other" }),
            ("API version", export.Options.Subject with { ApiVersion = "2.14" }),
            ("query", export.Options.Subject with { Searches = [new ExportSearch("""{"field":"state"}""", null)] }),
            ("query", export.Options.Subject with { Searches = [new ExportSearch("""{"field":"id"}""", "x -eq 1")] }),
            ("columns", export.Options.Subject with { Columns = ["a", "b"] }),
            ("format", export.Options.Subject with { Format = ExportFormat.Json }),
            ("-IncludeParts", export.Options.Subject with { IncludeParts = false }),
            ("email addresses", export.Options.Subject with { LooksUpContacts = true }),
        ];
        foreach ((string word, ExportSubject subject) in others)
        {
            var error = await Assert.ThrowsAsync<JournalException>(new ResumableExport(export.Options.Path, ExportFormat.Csv) { Options = export.Options with { Subject = subject } }.RunAsync);
            Assert.Equal((JournalProblem.Mismatch, Journal), (error.Problem, error.Path));
            Assert.Contains(word, error.Message, StringComparison.Ordinal);
            Assert.Contains(Journal, error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(journal, await File.ReadAllBytesAsync(Journal, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("created_at -ge '2026-01-01T10:00:00Z' -and x", "created_at -ge '2026-01-01T10:00:07Z' -and x", "2026-01-01T10:00:00Z was asked for, and 2026-01-01T10:00:07Z is now")]
    [InlineData(null, null, "2025-12-01T00:00:00Z was asked for, and 2025-12-01T00:00:01Z is now")]
    public void Of_times_that_moved_both_are_told_and_what_to_do(string? before, string? after, string told)
    {
        JournalHeader header = new(new ExportSubject { Searches = [new ExportSearch("{\"value\":1764547200}", before)] }, Manifest: false, 1, default);
        JournalHeader now = header with { Subject = header.Subject with { Searches = [new ExportSearch("{\"value\":1764547201}", after)] } };

        string difference = Assert.Single(JournalDifferences.Between(header, now));

        Assert.Contains(told, difference, StringComparison.Ordinal);
        Assert.Contains("[DateTime]::Today.AddDays(-1)", difference, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my notes\n")]
    [InlineData("my notes")]
    [InlineData("{\"format\":\"IntercomPS.ExportJournal\",\"version\":2}\n")]
    [InlineData("{\"format\":\"IntercomPS.ExportJournal\",\"version\":1}\n")]
    [InlineData("[]\n")]
    public async Task What_is_no_journal_is_left_alone(string content)
    {
        await File.WriteAllTextAsync(Journal, content, TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<JournalException>(Export().RunAsync);
        Assert.Null(AbandonedExport.Remove(Export().Options));

        Assert.Equal(JournalProblem.Unreadable, error.Problem);
        Assert.Equal(content, await File.ReadAllTextAsync(Journal, TestContext.Current.CancellationToken));
        Assert.Equal(["a.csv.journal"], _folder.FileNames);
    }

    [Fact]
    public async Task Two_runs_at_once_are_one_too_many()
    {
        await Export().RunAsync(1);
        using JournaledRun run = JournaledRun.Open(Export().Options, 1, TimeProvider.System);

        var error = await Assert.ThrowsAsync<ExportTargetException>(Export().RunAsync);

        Assert.Equal(ExportTargetProblem.BeingExported, error.Problem);
        Assert.Null(AbandonedExport.Remove(Export().Options));
        Assert.Contains("a.csv.partial", _folder.FileNames);
    }

    [Theory]
    [InlineData("a.csv.journal")]
    [InlineData("a.csv.partial")]
    [InlineData("a.parts.csv.partial")]
    public async Task A_link_in_the_place_of_our_files_is_not_followed(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a privilege there.");
        await Export().RunAsync(2);
        string target = _folder.PathOf("theirs");
        File.Move(_folder.PathOf(name), target);
        File.CreateSymbolicLink(_folder.PathOf(name), target);
        byte[] content = await File.ReadAllBytesAsync(target, TestContext.Current.CancellationToken);

        ResumableExport export = Export();
        Exception? error = await Record.ExceptionAsync(export.RunAsync);

        Assert.Equal(name == "a.csv.journal" ? ExportTargetProblem.IsLink : null, (error as ExportTargetException)?.Problem);
        Assert.Equal(name == "a.csv.journal", export.Start?.Loss is null);
        Assert.Equal(content, await File.ReadAllBytesAsync(target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_link_to_nothing_is_not_followed_either()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a privilege there.");
        File.CreateSymbolicLink(Journal, _folder.PathOf("nothing"));

        Assert.Equal(ExportTargetProblem.IsLink, (await Assert.ThrowsAsync<ExportTargetException>(Export().RunAsync)).Problem);
        Assert.Equal(["a.csv.journal"], _folder.FileNames);
    }

    [Fact]
    public async Task An_existing_file_is_refused_and_no_journal_begun()
    {
        await File.WriteAllTextAsync(_folder.PathOf("a.parts.csv"), "theirs", TestContext.Current.CancellationToken);

        Assert.Equal(ExportTargetProblem.Exists, (await Assert.ThrowsAsync<ExportTargetException>(Export().RunAsync)).Problem);
        Assert.Equal(["a.parts.csv"], _folder.FileNames);
    }

    [Fact]
    public async Task What_nobody_goes_on_with_is_removed()
    {
        await Export().RunAsync(2);

        Assert.Equal(Journal, AbandonedExport.Remove(Export().Options));
        Assert.Empty(_folder.FileNames);
    }

    private ResumableExport Export() => new(_folder.PathOf("a.csv"), ExportFormat.Csv);
}
