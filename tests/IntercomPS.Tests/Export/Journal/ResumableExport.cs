using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Export;
using IntercomPS.Export.Journal;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IntercomPS.Tests.Export.Journal;

/// <summary>An export of made-up conversations that can be broken off after any page, and gone on with.</summary>
internal sealed class ResumableExport
{
    public const int PageSize = 3;
    private const long Bound = 1_800_000_000;

    public ResumableExport(string path, ExportFormat format, bool manifest = false, bool force = false)
    {
        Options = new ExportOptions
        {
            Path = path,
            Format = format,
            IncludeParts = true,
            Manifest = manifest,
            Force = force,
            Resume = true,
            Subject = new ExportSubject { ApiVersion = "2.15", Searches = [new ExportSearch("""{"field":"id"}""", null)], Columns = ["a"], Format = format, IncludeParts = true },
        };
    }

    public ExportOptions Options { get; init; }

    /// <summary>Every second is of two conversations, and the third of each page could not be had.</summary>
    public static IReadOnlyList<Conversation> Conversations { get; } = Enumerable.Range(0, 20).Select(Make).ToList();

    /// <summary>Where the last run began.</summary>
    public RunStart? Start { get; private set; }

    /// <summary>Runs until the end.</summary>
    public Task<ExportSummary?> RunAsync() => RunAsync(int.MaxValue);

    /// <summary>Runs, and breaks off as if it were killed: nothing but the last checkpoint is told to the journal.</summary>
    /// <param name="pages">After how many pages.</param>
    public async Task<ExportSummary?> RunAsync(int pages)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        using JournaledRun run = JournaledRun.Open(Options, Bound, clock);
        Start = run.Start;
        if (run.Start.IsEnded)
        {
            EndedExport.Finish(Options, run);
            return ExportSummary.Of(Options, run.Tally, bytes: 0);
        }

        using var exporter = new ConversationExporter(Options, clock: clock, run: run) { Counting = _ => run.Tally.Received = run.Tally.Rows };
        bool whole = false;
        await exporter.WriteAsync(Pages(), TestContext.Current.CancellationToken);
        return whole ? exporter.Complete() : null;

        async IAsyncEnumerable<ExportPage> Pages()
        {
            List<Conversation> rest = Conversations
                .Where(conversation => run.Start.After is not { } after || ConversationPosition.Of(conversation).IsBehind(after))
                .ToList();
            for (int page = 0; page * PageSize < rest.Count; page++)
            {
                if (page == pages)
                {
                    yield break;
                }

                await Task.Yield();
                clock.Advance(TimeSpan.FromSeconds(1));
                List<Conversation> rows = rest.Skip(page * PageSize).Take(PageSize).ToList();
                yield return new ExportPage(rows, [new SkippedConversation("before " + rows[^1].Id, SkippedConversation.NotFound)]);
            }

            whole = true;
        }
    }

    /// <summary>Lets a run write everything, and end before the files have their names.</summary>
    public async Task RunToNamesAsync()
    {
        File.WriteAllText(Options.Path + ".x", string.Empty);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        using JournaledRun run = JournaledRun.Open(Options, Bound, clock);
        using var exporter = new ConversationExporter(Options, clock: clock, run: run);
        await exporter.AddAsync(Conversations, TestContext.Current.CancellationToken);
        File.Move(Options.Path + ".x", Options.Path);
        Assert.Throws<ExportTargetException>(exporter.Complete);
        File.Delete(Options.Path);
    }

    private static Conversation Make(int number)
    {
        string id = $"{1000 - number}";
        return new Conversation
        {
            Id = id,
            CreatedAt = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000 - (number / 2)),
            State = "open",
            Source = new ConversationSource { Body = $"<p>\"{number}\" é, 話\r\n</p>" },
            HasParts = true,
            MissingPartCount = number % 4,
            Parts = Enumerable.Range(0, number % 3).Select(part => new ConversationPart { ConversationId = id, Id = $"{part}", Body = "<p>x,\n\"y\"</p>", PartType = "comment" }).ToList(),
        };
    }
}
