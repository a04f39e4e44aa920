using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Export;
using IntercomPS.Reporting;
using IntercomPS.Text;

namespace IntercomPS.Pipeline;

/// <summary>One export of reporting data: from the names of attributes to the file and its summary.</summary>
internal sealed class ReportingExport
{
    private readonly WorkContext _context;
    private readonly ReportingClient _client;
    private readonly ReportingOptions _options;
    private readonly ProgressReporter _progress;

    public ReportingExport(WorkContext context, string? workspaceId, ReportingOptions options)
    {
        _context = context;
        _client = new ReportingClient(context.Client, workspaceId);
        _options = options;
        _progress = new ProgressReporter(context.Writer, "Exporting reporting data", context.Client.Time);
    }

    /// <summary>Exports, and writes the summary.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that ends when the file has its name.</returns>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        TimeProvider time = _client.Time;
        DateTimeOffset startedAt = time.GetUtcNow();
        long started = time.GetTimestamp();
        using var file = new PendingFile(_options.Path, _options.Force);
        using var spool = new DownloadSpool(file.Path);
        ReportingRequest request = await ResolveAsync(cancellationToken).ConfigureAwait(false);

        long asked = time.GetTimestamp();
        var runner = new ReportingJobRunner(_client, _options.Timeout, _context.Writer.Warning, _progress.Report);
        ReportingJob job = await runner.EnqueueAsync(request, cancellationToken).ConfigureAwait(false);
        await runner.WaitForAsync(job, cancellationToken).ConfigureAwait(false);
        TimeSpan jobDuration = time.GetElapsedTime(asked);

        await spool.DownloadAsync(_client, job.Id, length => Tell("Downloaded {0:N0} bytes", length), cancellationToken).ConfigureAwait(false);
        long rows = Unpack(spool, file.Stream, job.Id, cancellationToken);
        long bytes = file.Length;
        PendingFile.CompleteAll([file]);
        _progress.Complete();
        await _context.Writer.OutputAsync(new ReportingExportSummary
        {
            Path = file.Path,
            Dataset = request.DatasetId,
            Attributes = request.AttributeKeys,
            After = DateTimeOffset.FromUnixTimeSeconds(request.Start),
            Before = DateTimeOffset.FromUnixTimeSeconds(request.End),
            JobId = job.Id,
            Rows = rows,
            Bytes = bytes,
            DownloadedBytes = spool.Length,
            Requests = _context.Statistics.Requests,
            JobDuration = jobDuration,
            Duration = time.GetElapsedTime(started),
            StartedAt = startedAt,
        }).ConfigureAwait(false);
    }

    private async Task<ReportingRequest> ResolveAsync(CancellationToken cancellationToken)
    {
        ReportingDataset[] datasets = await _client.GetDatasetsAsync(cancellationToken).ConfigureAwait(false);
        ReportingDataset dataset = ReportingChoice.FindDataset(_options.Dataset, datasets);
        IReadOnlyList<ReportingAttribute> attributes = ReportingChoice.FindAttributes(dataset, _options.Attributes);
        return new ReportingRequest(
            dataset.Id, attributes.Select(attribute => attribute.Key).ToList(), _options.Range.After!.Value, _options.Range.Before!.Value);
    }

    private long Unpack(DownloadSpool spool, Stream target, string jobId, CancellationToken cancellationToken)
    {
        bool any = false;
        using var table = new ReportingTable(target, _options.AsIs, rows => Tell("Wrote {0:N0} rows", rows));
        try
        {
            foreach (PackedFile packed in new Unpacker(spool.Length, _client.Observer.Noted, cancellationToken).Read(spool.OpenRead()))
            {
                any = true;
                table.Append(packed.Content, cancellationToken);
            }
        }
        catch (InvalidDataException broken)
        {
            throw Unreadable(jobId, broken.Message, broken);
        }

        return any ? table.Rows : throw Unreadable(jobId, "There is no table in the archive.", cause: null);
    }

    private static ReportingException Unreadable(string jobId, string why, Exception? cause) => new(
        ReportingProblem.DataUnreadable,
        $"What was downloaded cannot be read. {why} Run the export again; if that does not help, tell Intercom the job's id: {TerminalText.Sanitize(jobId)}.",
        jobId,
        cause);

    private void Tell(string format, long number) => _progress.Report(string.Format(CultureInfo.CurrentCulture, format, number));
}
