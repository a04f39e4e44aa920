using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Export;
using IntercomPS.Export.Journal;
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
    private long _notReturned;

    public ConversationExport(WorkContext context, ExportRequest request)
    {
        _context = context;
        _request = request;
        _progress = new ProgressReporter(context.Writer, "Exporting conversations", context.Client.Time);
    }

    private string FullPath => System.IO.Path.GetFullPath(_request.Options.Path);

    /// <summary>Exports, and writes the summary.</summary>
    /// <param name="plan">What to search for; null to take the input.</param>
    /// <param name="input">The conversations from the pipeline.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that ends when the file has its name.</returns>
    /// <exception cref="ExportIncompleteException">Something is missing that must not be.</exception>
    /// <exception cref="ExportWriteException">The disk is full, or fails.</exception>
    public async Task RunAsync(QueryPlan? plan, IAsyncEnumerable<Conversation> input, CancellationToken cancellationToken)
    {
        ExportOptions options = _request.Options with { Subject = ExportSubjects.Of(_context.Session, plan, _request) };
        ExportTally tally;
        try
        {
            using JournaledRun? run = options.Resume ? JournaledRun.Open(options, FreezeBound(), _context.Client.Time) : null;
            if (run is { Start.Loss: { } loss })
            {
                _context.Writer.Warning(loss);
            }

            tally = run?.Tally ?? new ExportTally { StartedAt = _context.Client.Time.GetUtcNow(), CreatedBefore = plan is null ? null : FreezeBound() };
            if (run is { Start.IsEnded: true })
            {
                EndedExport.Finish(options, run);
                await TellAsync(tally, ExportSummary.Of(options, tally, run.Start.Checkpoint!.Length + run.Start.Checkpoint.PartsLength)).ConfigureAwait(false);
                return;
            }

            await WriteAsync(options, plan, input, tally, run, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is (IOException and not (ExportTargetException or JournalException)) or UnauthorizedAccessException)
        {
            throw new ExportWriteException(FullPath, options.Resume, failure);
        }
    }

    private async Task WriteAsync(
        ExportOptions options, QueryPlan? plan, IAsyncEnumerable<Conversation> input, ExportTally tally, JournaledRun? run, CancellationToken cancellationToken)
    {
        ContactEmailResolver? emails = _request.NoContactLookup ? null : new ContactEmailResolver(_context.Client.FindContactEmailsAsync);
        RequestTotals before = tally.Requests;
        _notReturned = tally.NotReturned;
        using var exporter = new ConversationExporter(options, emails, new RowProgress(this, tally), _context.Client.Time, tally, run)
        {
            Counting = place => Count(tally, before, run, _received?.UpTo(place)),
        };
        CxScoreCoverage? coverage = plan is null ? null : CxScoreCoverage.Begin(plan, _context);
        IAsyncEnumerable<IReadOnlyList<Conversation>> found = plan is null
            ? ExportPages.Of(input, cancellationToken)
            : Search(plan, tally, run, coverage).ReadAsync(cancellationToken);
        IAsyncEnumerable<ExportPage> pages = options.IncludeParts
            ? new ThreadReading(_context.Client, _request.ThrottleLimit).ReadAsync(found, cancellationToken)
            : ExportPages.WithoutThreads(found, cancellationToken);

        await exporter.WriteAsync(Prefetching.ReadAsync(pages, ReadAhead, cancellationToken), cancellationToken).ConfigureAwait(false);
        Count(tally, before, run, _received?.All);
        exporter.Subject = ExportSubjects.Of(_context.Session, _search?.Plan, _request);
        ExportSummary summary = exporter.Complete();
        if (!options.Resume && AbandonedExport.Remove(options) is { } journal)
        {
            _context.Writer.Warning($"An export to '{summary.Path}' that was begun with -Resume and never finished is given up: '{journal}' was removed, with what it had written.");
        }

        coverage?.Report();
        await TellAsync(tally, summary).ConfigureAwait(false);
    }

    private async Task TellAsync(ExportTally tally, ExportSummary summary)
    {
        IReadOnlyList<MissingContent> missing = MissingContent.Of(tally);
        foreach (MissingContent content in _request.Strict ? [] : missing)
        {
            _context.Writer.Warning(content.Message);
        }

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

    private PlanReader Search(QueryPlan plan, ExportTally tally, JournaledRun? run, CxScoreCoverage? coverage)
    {
        long bound = tally.CreatedBefore!.Value;
        ReceivedCount received = _received = new ReceivedCount(bound, tally, run?.Start.After, mayStop: run is not null);
        return _search = new PlanReader(_context.Client, plan, new PlanReading
        {
            CreatedBefore = bound,
            After = run?.Start.After,
            Observed = conversation =>
            {
                received.Observe(conversation);
                coverage?.Observe(conversation);
            },
            Unaccounted = count => Interlocked.Add(ref _notReturned, count),
            FellBack = coverage is null ? null : coverage.WarnWhereUnbounded,
            InExactOrder = run is not null,
            ThrottleLimit = _request.ThrottleLimit,
        });
    }

    /// <summary>Of what a later run reads, Intercom counts the rest only.</summary>
    private void Count(ExportTally tally, RequestTotals before, JournaledRun? run, long? received)
    {
        tally.Requests = before + _context.Statistics.Totals;
        tally.Received = _search?.Plan.Searches.Count > 1 ? null : received; // several searches find some conversations twice
        tally.NotReturned = Interlocked.Read(ref _notReturned);
        tally.Counted ??= run?.Start.After is null ? _search?.TotalCount : null;
    }

    private sealed class RowProgress : IProgress<long>
    {
        private readonly ConversationExport _export;
        private readonly ExportTally _tally;

        public RowProgress(ConversationExport export, ExportTally tally)
        {
            _export = export;
            _tally = tally;
        }

        public void Report(long value) => _export._progress.Report(value, _tally.Counted ?? _export._search?.TotalCount);
    }
}
