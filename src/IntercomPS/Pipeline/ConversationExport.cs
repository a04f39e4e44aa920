using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Export;
using IntercomPS.Querying.Planning;

namespace IntercomPS.Pipeline;

/// <summary>One run of an export: from a search or from the pipeline, with the threads where wanted, to the summary.</summary>
internal sealed class ConversationExport
{
    private const int ReadAhead = 2;

    private readonly WorkContext _context;
    private readonly ExportRequest _request;
    private readonly ProgressReporter _progress;
    private PlanReader? _search;
    private ReceivedCount? _received;

    public ConversationExport(WorkContext context, ExportRequest request)
    {
        _context = context;
        _request = request;
        _progress = new ProgressReporter(context.Writer, "Exporting conversations", context.Client.Time);
    }

    /// <summary>Exports, and writes the summary.</summary>
    /// <param name="plan">What to search for; null to take the input.</param>
    /// <param name="input">The conversations from the pipeline.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that ends when the file has its name.</returns>
    /// <exception cref="ExportIncompleteException">Something is missing that must not be.</exception>
    public async Task RunAsync(QueryPlan? plan, IAsyncEnumerable<Conversation> input, CancellationToken cancellationToken)
    {
        long? bound = plan is null ? null : FreezeBound();
        ContactEmailResolver? emails = _request.NoContactLookup ? null : new ContactEmailResolver(_context.Client.FindContactEmailsAsync);
        ExportOptions options = _request.Options with { Subject = ExportSubjects.Of(_context.Session, plan, _request) };
        using var exporter = new ConversationExporter(options, emails, new RowProgress(this), _context.Client.Time, bound);
        CxScoreCoverage? coverage = plan is null ? null : CxScoreCoverage.Begin(plan, _context);
        IAsyncEnumerable<IReadOnlyList<Conversation>> found = plan is null
            ? OneByOne(input, cancellationToken)
            : Search(plan, bound!.Value, coverage).ReadAsync(cancellationToken);
        IAsyncEnumerable<ExportPage> pages = options.IncludeParts
            ? new ThreadReading(_context.Client, _request.ThrottleLimit).ReadAsync(found, cancellationToken)
            : WithoutThreads(found, cancellationToken);

        await exporter.WriteAsync(Prefetching.ReadAsync(pages, ReadAhead, cancellationToken), cancellationToken).ConfigureAwait(false);
        await CountAsync(exporter.Tally, cancellationToken).ConfigureAwait(false);
        exporter.Tally.Requests = _context.Statistics.Totals;
        ExportSummary summary = exporter.Complete();
        IReadOnlyList<MissingContent> missing = MissingContent.Of(exporter.Tally);
        foreach (MissingContent content in _request.Strict ? [] : missing)
        {
            _context.Writer.Warning(content.Message);
        }

        coverage?.Report();
        _progress.Complete();
        await _context.Writer.OutputAsync(summary).ConfigureAwait(false);
        if (_request.Strict && missing.Count > 0)
        {
            throw new ExportIncompleteException(summary, missing);
        }
    }

    /// <summary>What begins while the export runs belongs to the next one: by the server's clock, whose seconds the conversations carry.</summary>
    private long FreezeBound()
    {
        long now = _context.Client.ServerNow.ToUnixTimeSeconds();
        return Math.Min(now, _request.CreatedBefore ?? now);
    }

    private PlanReader Search(QueryPlan plan, long bound, CxScoreCoverage? coverage)
    {
        ReceivedCount received = _received = new ReceivedCount(bound);
        return _search = new PlanReader(_context.Client, plan, new PlanReading
        {
            CreatedBefore = bound,
            Observed = conversation =>
            {
                received.Observe(conversation);
                coverage?.Observe(conversation);
            },
            FellBack = coverage is null ? null : coverage.WarnWhereUnbounded,
            InExactOrder = true,
            ThrottleLimit = _request.ThrottleLimit,
        });
    }

    private async Task CountAsync(ExportTally tally, CancellationToken cancellationToken)
    {
        if (_search is not { } search || _received is not { } received)
        {
            return;
        }

        tally.Counted = search.TotalCount;
        tally.Received = received.All;
        if (_request.ChecksCount)
        {
            tally.CountedAtEnd = await AskCountAsync(search.Plan, tally, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<long?> AskCountAsync(QueryPlan plan, ExportTally tally, CancellationToken cancellationToken)
    {
        try
        {
            long bound = tally.CreatedBefore!.Value;
            long? count = await PlanCount.AskAsync(_context.Client, plan, bound, cancellationToken).ConfigureAwait(false);

            // What began in the second of the bound itself is counted where the server takes it as inclusive.
            return count > tally.Received
                ? Min(count, await PlanCount.AskAsync(_context.Client, plan, bound - 1, cancellationToken).ConfigureAwait(false))
                : count;
        }
        catch (IntercomException error)
        {
            _context.Writer.Warning($"Intercom was asked once more how many conversations it counts, and did not tell: {error.Message}");
            return null;
        }
    }

    private static long? Min(long? first, long? second) => second < first ? second : first;

    private static async IAsyncEnumerable<ExportPage> WithoutThreads(
        IAsyncEnumerable<IReadOnlyList<Conversation>> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (IReadOnlyList<Conversation> page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return new ExportPage(page);
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<Conversation>> OneByOne(
        IAsyncEnumerable<Conversation> input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = new List<Conversation>(SearchPageRequest.MaximumPageSize);
        await foreach (Conversation conversation in input.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            page.Add(conversation);
            if (page.Count == SearchPageRequest.MaximumPageSize)
            {
                yield return page;
                page = new List<Conversation>(SearchPageRequest.MaximumPageSize);
            }
        }

        yield return page;
    }

    private sealed class RowProgress : IProgress<long>
    {
        private readonly ConversationExport _export;

        public RowProgress(ConversationExport export)
        {
            _export = export;
        }

        public void Report(long value) => _export._progress.Report(value, _export._search?.TotalCount);
    }
}
