using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
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
    private readonly ExportOptions _options;
    private readonly bool _noContactLookup;
    private readonly int _throttleLimit;
    private readonly ProgressReporter _progress;
    private readonly ConcurrentDictionary<string, Conversation> _withThread = new(StringComparer.Ordinal);
    private PlanReader? _search;
    private int _skipped;
    private int _incomplete;

    public ConversationExport(WorkContext context, ExportOptions options, bool noContactLookup, int throttleLimit)
    {
        _context = context;
        _options = options;
        _noContactLookup = noContactLookup;
        _throttleLimit = throttleLimit;
        _progress = new ProgressReporter(context.Writer, "Exporting conversations", context.Client.Time);
    }

    /// <summary>Exports, and writes the summary.</summary>
    /// <param name="plan">What to search for; null to take the input.</param>
    /// <param name="input">The conversations from the pipeline.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that ends when the file has its name.</returns>
    public async Task RunAsync(QueryPlan? plan, IAsyncEnumerable<Conversation> input, CancellationToken cancellationToken)
    {
        ContactEmailResolver? emails = _noContactLookup ? null : new ContactEmailResolver(_context.Client.FindContactEmailsAsync);
        using var exporter = new ConversationExporter(_options, emails, new RowProgress(this), _context.Client.Time);
        CxScoreCoverage? coverage = plan is null ? null : CxScoreCoverage.Begin(plan, _context);
        IAsyncEnumerable<IReadOnlyList<Conversation>> pages = plan is null
            ? OneByOne(input, cancellationToken)
            : (_search = new PlanReader(_context.Client, plan, new PlanReading
            {
                Observed = coverage is null ? null : coverage.Observe,
                FellBack = coverage is null ? null : coverage.WarnWhereUnbounded,
                InExactOrder = true,
                ThrottleLimit = _throttleLimit,
            })).ReadAsync(cancellationToken);
        if (_options.IncludeParts)
        {
            pages = WithThreads(pages, cancellationToken);
        }

        ExportSummary summary = await exporter.RunAsync(
            Prefetching.ReadAsync(pages, ReadAhead, cancellationToken), cancellationToken).ConfigureAwait(false);
        WarnOfMissingParts();
        coverage?.Report();
        summary.Skipped = _skipped;
        summary.IncompleteThreads = _incomplete;
        summary.Requests = _context.Statistics.Requests;
        summary.Waits = _context.Statistics.Waits;
        summary.WaitTime = _context.Statistics.WaitTime;
        _progress.Complete();
        await _context.Writer.OutputAsync(summary).ConfigureAwait(false);
    }

    private void WarnOfMissingParts()
    {
        if (_incomplete > 0)
        {
            _context.Writer.Warning(
                $"{_incomplete} conversation{(_incomplete == 1 ? " lacks its" : "s lack their")} oldest parts: Intercom returns the 500 most recent ones only. "
                + "The column missing_part_count (-Schema Full) says how many are missing.");
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

    private async IAsyncEnumerable<IReadOnlyList<Conversation>> WithThreads(
        IAsyncEnumerable<IReadOnlyList<Conversation>> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var fetcher = new ConversationFetcher(_context.Client, plaintext: false, _throttleLimit, TakeWithThread);
        var page = new List<Conversation>(IntercomClient.ContactBatchSize);
        await foreach (Fetched<Conversation> fetched in fetcher.FetchAsync(IdsOf(pages, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            if (fetched.Item is { } conversation)
            {
                _incomplete += conversation.MissingPartCount > 0 ? 1 : 0;
                page.Add(conversation);
                if (page.Count == IntercomClient.ContactBatchSize)
                {
                    // Not one by one: the email addresses of a page are looked up together.
                    yield return page;
                    page = new List<Conversation>(IntercomClient.ContactBatchSize);
                }
            }
            else if (fetched.Error!.Kind == ApiErrorKind.NotFound)
            {
                _skipped++;
                _context.Client.Observer.Noted($"Conversation {fetched.Id} was deleted meanwhile; it is left out.");
            }
            else
            {
                throw fetched.Error;
            }
        }

        yield return page;
    }

    /// <summary>Get-IntercomConversation has fetched the thread already.</summary>
    private Conversation? TakeWithThread(string id) => _withThread.TryRemove(id, out Conversation? conversation) ? conversation : null;

    private async IAsyncEnumerable<string> IdsOf(
        IAsyncEnumerable<IReadOnlyList<Conversation>> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (IReadOnlyList<Conversation> page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (Conversation conversation in page)
            {
                if (conversation.HasParts)
                {
                    _withThread[conversation.Id] = conversation;
                }

                yield return conversation.Id;
            }
        }
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
