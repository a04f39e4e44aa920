using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using IntercomPS.Export.Manifest;
using Xunit;

namespace IntercomPS.Tests.Export.Journal;

/// <summary>Wherever an export breaks off, the finished files are those of an undisturbed one.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<ExportFormat> Formats => [ExportFormat.Csv, ExportFormat.JsonLines, ExportFormat.Json];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task After_any_page_it_goes_on_where_it_was(ExportFormat format)
    {
        Dictionary<string, byte[]> undisturbed = await UndisturbedAsync(format);
        int pages = (int)Math.Ceiling(ResumableExport.Conversations.Count / (double)ResumableExport.PageSize);
        for (int broken = 0; broken < pages; broken++)
        {
            ResumableExport export = Export(format);
            Assert.Null(await export.RunAsync(broken));
            Assert.DoesNotContain("a.csv", _folder.FileNames);
            Assert.Contains("a.csv.journal", _folder.FileNames);

            ExportSummary? summary = await export.RunAsync();

            Assert.Equal(broken * ResumableExport.PageSize, export.Start!.Tally.Rows - (summary!.Rows - (broken * ResumableExport.PageSize)));
            Assert.Equal((20, 2), (summary.Rows, summary.Runs));
            Assert.Equal(15, summary.IncompleteThreads);
            AssertFinished(undisturbed);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task One_page_a_run_comes_to_the_same(ExportFormat format)
    {
        Dictionary<string, byte[]> undisturbed = await UndisturbedAsync(format);
        ResumableExport export = Export(format);
        ExportSummary? summary = null;
        int runs = 0;
        for (; summary is null; runs++)
        {
            summary = await export.RunAsync(1);
        }

        Assert.Equal((20, runs, 7), (summary.Rows, summary.Runs, summary.Skipped));
        ExportVerification verified = ExportVerifier.Verify(summary.ManifestPath!, TestContext.Current.CancellationToken);
        Assert.True(verified.IsValid, string.Join(' ', verified.Problem));
        AssertFinished(undisturbed);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_journal_that_ends_anywhere_is_gone_on_from(ExportFormat format)
    {
        Dictionary<string, byte[]> undisturbed = await UndisturbedAsync(format);
        await Export(format).RunAsync(4);
        Dictionary<string, byte[]> left = Snapshot();
        byte[] journal = left["a.csv.journal"];
        for (int cut = 0; cut <= journal.Length; cut += cut < 40 || cut > journal.Length - 40 ? 1 : 13)
        {
            Restore(left);
            File.WriteAllBytes(_folder.PathOf("a.csv.journal"), journal[..cut]);
            File.AppendAllText(_folder.PathOf("a.csv.partial"), "{\"torn");

            Assert.NotNull(await Export(format).RunAsync());

            AssertFinished(undisturbed);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Lines_that_a_power_cut_damaged_are_gone_back_over(ExportFormat format)
    {
        Dictionary<string, byte[]> undisturbed = await UndisturbedAsync(format);
        await Export(format).RunAsync(4);
        Dictionary<string, byte[]> left = Snapshot();
        string[] lines = Encoding.UTF8.GetString(left["a.csv.journal"]).Split('\n');
        foreach (string damage in new[] { "\0\0\0\0", "{}", "{\"checkpoint\":{}}", "{\"checkpoint\":{\"length\":-1}}", "[", "null" })
        {
            for (int line = 1; line < lines.Length - 1; line++)
            {
                Restore(left);
                string[] damaged = [.. lines];
                damaged[line] = damage;
                File.WriteAllText(_folder.PathOf("a.csv.journal"), string.Join('\n', damaged));
                ResumableExport export = Export(format);

                await export.RunAsync();

                Assert.Equal(20, export.Start!.Tally.Rows);
                AssertFinished(undisturbed);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Of_files_that_lost_their_end_what_is_left_is_gone_on_from(ExportFormat format)
    {
        Dictionary<string, byte[]> undisturbed = await UndisturbedAsync(format);
        await Export(format).RunAsync(5);
        Dictionary<string, byte[]> left = Snapshot();
        foreach (string name in left.Keys.Where(name => name.EndsWith(".partial", StringComparison.Ordinal)))
        {
            for (int length = left[name].Length - 1; length >= 0; length = (length * 2 / 3) - 1)
            {
                Restore(left);
                File.WriteAllBytes(_folder.PathOf(name), left[name][..length]);

                Assert.NotNull(await Export(format).RunAsync());

                AssertFinished(undisturbed);
            }
        }
    }

    [Fact]
    public async Task Where_the_written_rows_are_gone_it_begins_anew_and_says_so()
    {
        Dictionary<string, byte[]> undisturbed = await UndisturbedAsync(ExportFormat.Csv);
        ResumableExport export = Export(ExportFormat.Csv);
        await export.RunAsync(2);
        File.Delete(_folder.PathOf("a.csv.partial"));

        ExportSummary? summary = await export.RunAsync();

        Assert.Contains("is gone", export.Start!.Loss, StringComparison.Ordinal);
        Assert.Equal((1, 7), (summary!.Runs, summary.Skipped));
        AssertFinished(undisturbed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.parts.csv")]
    [InlineData("a.parts.csv a.manifest.json")]
    [InlineData("a.parts.csv a.manifest.json a.csv")]
    public async Task Between_any_two_renames_the_next_run_does_the_rest_and_reads_nothing(string renamed)
    {
        Dictionary<string, byte[]> undisturbed = await UndisturbedAsync(ExportFormat.Csv);
        ResumableExport export = Export(ExportFormat.Csv);
        await export.RunToNamesAsync();
        Assert.Equal(["a.csv.journal", "a.csv.partial", "a.manifest.json.partial", "a.parts.csv.partial"], _folder.FileNames);
        foreach (string name in renamed.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            File.Move(_folder.PathOf(name + ".partial"), _folder.PathOf(name));
        }

        ExportSummary? summary = await export.RunAsync();

        Assert.True(export.Start!.IsEnded);
        Assert.Equal(20, summary!.Rows);
        AssertFinished(undisturbed);
    }

    [Fact]
    public async Task A_file_that_appeared_meanwhile_is_kept_and_what_was_exported_too()
    {
        ResumableExport export = Export(ExportFormat.Csv);
        await export.RunToNamesAsync();
        File.WriteAllText(_folder.PathOf("a.csv"), "theirs");

        await Assert.ThrowsAsync<ExportTargetException>(export.RunAsync);
        Assert.Equal("theirs", File.ReadAllText(_folder.PathOf("a.csv")));
        await new ResumableExport(export.Options.Path, ExportFormat.Csv, manifest: true, force: true).RunAsync();

        Assert.Equal(["a.csv", "a.manifest.json", "a.parts.csv"], _folder.FileNames);
        Assert.NotEqual("theirs", File.ReadAllText(_folder.PathOf("a.csv")));
    }

    [Fact]
    public async Task Nothing_to_export_is_no_trouble()
    {
        var export = new ResumableExport(_folder.PathOf("a.csv"), ExportFormat.Json);
        await export.RunAsync(0);

        Assert.Equal(["a.csv.journal", "a.csv.partial"], _folder.FileNames);
    }

    private ResumableExport Export(ExportFormat format) => new(_folder.PathOf("a.csv"), format, manifest: true);

    private async Task<Dictionary<string, byte[]>> UndisturbedAsync(ExportFormat format)
    {
        await Export(format).RunAsync();
        Dictionary<string, byte[]> files = Snapshot();
        Restore([]);
        Assert.Equal(format == ExportFormat.Csv ? ["a.csv", "a.manifest.json", "a.parts.csv"] : ["a.csv", "a.manifest.json"], files.Keys.Order());
        return files;
    }

    /// <summary>The manifest tells of the runs, so that it differs.</summary>
    private void AssertFinished(Dictionary<string, byte[]> undisturbed)
    {
        Dictionary<string, byte[]> files = Snapshot();
        Assert.Equal(undisturbed.Keys.Order(), files.Keys.Order());
        Assert.All(files.Where(file => file.Key != "a.manifest.json"), file => Assert.Equal(undisturbed[file.Key], file.Value));
        Restore([]);
    }

    private Dictionary<string, byte[]> Snapshot() => _folder.FileNames.ToDictionary(name => name, name => File.ReadAllBytes(_folder.PathOf(name)));

    private void Restore(Dictionary<string, byte[]> files)
    {
        foreach (string name in _folder.FileNames)
        {
            File.Delete(_folder.PathOf(name));
        }

        foreach ((string name, byte[] content) in files)
        {
            File.WriteAllBytes(_folder.PathOf(name), content);
        }
    }
}
