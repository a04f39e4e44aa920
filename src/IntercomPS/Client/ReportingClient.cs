using System;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Models.Json;
using IntercomPS.Reporting;

namespace IntercomPS.Client;

/// <summary>The endpoints of the reporting data export.</summary>
/// <remarks>
/// The API's description (2.14 to 2.16) calls app_id, client_id and job_identifier required in the query.
/// An access token has no client id, and public clients are answered without one: it is left out.
/// A job's download_url is not used: the token is sent to the session's host and to no other.
/// </remarks>
internal sealed class ReportingClient
{
    /// <summary>The first version that has the export.</summary>
    public const string FirstVersion = "2.14";

    private readonly IntercomClient _client;
    private readonly string? _workspaceId;

    public ReportingClient(IntercomClient client, string? workspaceId)
    {
        _client = client;
        _workspaceId = workspaceId;
    }

    /// <summary>The clock.</summary>
    public TimeProvider Time => _client.Time;

    /// <summary>Who is told what the client does.</summary>
    public IClientObserver Observer => _client.Observer;

    /// <summary>Makes sure that a version has the export; one that is no number, such as Unstable, is taken to.</summary>
    /// <param name="apiVersion">The version of the session.</param>
    /// <exception cref="IntercomException">It does not.</exception>
    public static void CheckVersion(string apiVersion)
    {
        if (Version.TryParse(apiVersion, out Version? version) && version < Version.Parse(FirstVersion))
        {
            throw new IntercomException(
                ApiErrorKind.VersionUnsupported,
                $"Reporting data cannot be had with API version {apiVersion}: version {FirstVersion} is the first that has it. "
                + $"Connect with -ApiVersion {FirstVersion} or a later one.");
        }
    }

    /// <summary>Lists the datasets (GET /export/reporting_data/get_datasets).</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The datasets with their attributes.</returns>
    public Task<ReportingDataset[]> GetDatasetsAsync(CancellationToken cancellationToken) =>
        _client.SendAsync(
            new IntercomRequest(HttpMethod.Get, "/export/reporting_data/get_datasets"), ReportingReader.ReadDatasets, cancellationToken);

    /// <summary>Enqueues a job (POST /export/reporting_data/enqueue).</summary>
    /// <param name="request">What the job is asked for.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The job.</returns>
    public async Task<ReportingJob> EnqueueAsync(ReportingRequest request, CancellationToken cancellationToken)
    {
        var post = new IntercomRequest(HttpMethod.Post, "/export/reporting_data/enqueue") { Body = request.ToJson(), IsRead = false };
        return await _client.SendAsync(post, ReadEnqueued, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks how far a job is (GET /export/reporting_data/{job_identifier}).</summary>
    /// <param name="id">The job's identifier.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The job.</returns>
    public Task<ReportingJob> GetJobAsync(string id, CancellationToken cancellationToken) =>
        _client.SendAsync(
            new IntercomRequest(HttpMethod.Get, "/export/reporting_data/" + Uri.EscapeDataString(id)) { Query = QueryFor(id) },
            ReportingReader.ReadJob,
            cancellationToken);

    /// <summary>Downloads a job's file (GET /download/reporting_data/{job_identifier}).</summary>
    /// <param name="id">The job's identifier.</param>
    /// <param name="read">Reads the file from its start, each time that it is asked for anew.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The file's size in bytes, as it came.</returns>
    public Task<long> DownloadAsync(
        string id, Func<Stream, Action, CancellationToken, Task<long>> read, CancellationToken cancellationToken) =>
        _client.DownloadAsync(
            new IntercomRequest(HttpMethod.Get, "/download/reporting_data/" + Uri.EscapeDataString(id)) { Query = QueryFor(id), IsDownload = true },
            read,
            cancellationToken);

    private static ReportingJob ReadEnqueued(ReadOnlySpan<byte> json)
    {
        ReportingJob job = ReportingReader.ReadJob(json);
        return job.Id.Length > 0 ? job : throw new JsonException("The answer has no 'job_identifier'.");
    }

    private string QueryFor(string id) =>
        (_workspaceId is null ? string.Empty : $"app_id={Uri.EscapeDataString(_workspaceId)}&") + "job_identifier=" + Uri.EscapeDataString(id);
}
