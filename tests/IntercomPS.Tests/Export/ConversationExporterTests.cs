using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Export;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IntercomPS.Tests.Export;

public sealed class ConversationExporterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_writes_all_pages_and_says_what_it_did()
    {
        string path = _folder.PathOf("Überblick 会話 🙂.jsonl");
        var progress = new RecordedProgress();
        using var exporter = new ConversationExporter(OptionsFor(path), progress: progress, clock: _clock);

        ExportSummary summary = await exporter.RunAsync(Pages(3, afterPage: _ => _clock.Advance(TimeSpan.FromSeconds(2))), TestContext.Current.CancellationToken);

        Assert.Equal(6, ExportedFile.ReadJsonLines(path).Count);
        Assert.Equal((path, ExportFormat.JsonLines, 6L, 0L), (summary.Path, summary.Format, summary.Rows, summary.PartRows));
        Assert.Equal(TimeSpan.FromSeconds(6), summary.Duration);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), summary.StartedAt);
        Assert.Equal(new FileInfo(path).Length, summary.Bytes);
        Assert.Equal([2, 4, 6], progress.Rows);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failure_in_the_middle_leaves_no_file_and_an_old_one_intact(bool hasOldFile)
    {
        string path = _folder.PathOf("a.jsonl");
        if (hasOldFile)
        {
            await File.WriteAllTextAsync(path, "old", TestContext.Current.CancellationToken);
        }

        using (var exporter = new ConversationExporter(OptionsFor(path, force: true)))
        {
            await Assert.ThrowsAsync<InvalidDataException>(
                () => exporter.RunAsync(Pages(3, page => throw new InvalidDataException($"page {page}")), TestContext.Current.CancellationToken));
        }

        Assert.Equal(hasOldFile ? ["a.jsonl"] : [], _folder.FileNames);
        Assert.True(!hasOldFile || File.ReadAllText(path) == "old");
    }

    [Fact]
    public async Task Cancellation_ends_the_run_before_the_next_page_and_leaves_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new RecordedProgress();
        using (var exporter = new ConversationExporter(OptionsFor(_folder.PathOf("a.jsonl")), progress: progress))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => exporter.RunAsync(Pages(3, page => cancellation.Cancel()), cancellation.Token));
        }

        Assert.Equal([2], progress.Rows);
        Assert.Empty(_folder.FileNames);
    }

    [Fact]
    public async Task Cancellation_after_the_last_page_still_leaves_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        using (var exporter = new ConversationExporter(OptionsFor(_folder.PathOf("a.jsonl"))))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => exporter.RunAsync(Pages(1, _ => cancellation.Cancel()), cancellation.Token));
        }

        Assert.Empty(_folder.FileNames);
    }

    [Fact]
    public void A_bad_target_is_refused_before_any_page_is_asked_for() =>
        Assert.Throws<ExportTargetException>(() => new ConversationExporter(OptionsFor(_folder.PathOf("missing/a.jsonl"))));

    [Fact]
    public async Task Missing_emails_are_looked_up_page_by_page()
    {
        string path = _folder.PathOf("a.jsonl");
        int questions = 0;
        using var exporter = new ConversationExporter(OptionsFor(path), Resolver(() => questions++));

        await exporter.AddAsync([ConversationSamples.OfContact("1", "a")], TestContext.Current.CancellationToken);
        await exporter.AddAsync([ConversationSamples.OfContact("2", "a")], TestContext.Current.CancellationToken);
        exporter.Complete();

        Assert.Equal(1, questions);
        Assert.All(ExportedFile.ReadJsonLines(path), row => Assert.Equal("a@asked.example", row.GetProperty("contact_email").GetString()));
    }

    [Fact]
    public async Task Nothing_is_looked_up_where_no_column_shows_it()
    {
        int questions = 0;
        var options = new ExportOptions
        {
            Path = _folder.PathOf("a.csv"),
            Format = ExportFormat.Csv,
            Columns = ColumnChoice.Choose(["Id", "ContactId"]),
        };
        using var exporter = new ConversationExporter(options, Resolver(() => questions++));

        await exporter.AddAsync([ConversationSamples.OfContact("1", "a")], TestContext.Current.CancellationToken);
        exporter.Complete();

        Assert.Equal(0, questions);
        Assert.Equal("conversation_id,contact_id\r\n1,a\r\n", await File.ReadAllTextAsync(options.Path, TestContext.Current.CancellationToken));
    }

    private static ExportOptions OptionsFor(string path, bool force = false) =>
        new() { Path = path, Format = ExportFormat.JsonLines, Force = force };

    private static ContactEmailResolver Resolver(Action asked) => new((ids, _) =>
    {
        asked();
        return Task.FromResult<IReadOnlyDictionary<string, string?>>(ids.ToDictionary(id => id, string? (id) => $"{id}@asked.example"));
    });

    private static async IAsyncEnumerable<ExportPage> Pages(int count, Action<int> afterPage)
    {
        for (int page = 1; page <= count; page++)
        {
            await Task.Yield();
            yield return new ExportPage([ConversationSamples.Bare($"{page}a"), ConversationSamples.Bare($"{page}b")]);
            afterPage(page);
        }
    }

    private sealed class RecordedProgress : IProgress<long>
    {
        public List<long> Rows { get; } = [];

        public void Report(long value) => Rows.Add(value);
    }
}
