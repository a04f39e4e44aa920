using System;
using System.Globalization;
using System.Text.Json;
using IntercomPS.Sandbox.Http;
using IntercomPS.Sandbox.Reporting;

namespace IntercomPS.Sandbox.Api;

/// <summary>The reporting data export: datasets, jobs and their files (OpenAPI 2.14 and later).</summary>
/// <remarks>
/// The description calls app_id, client_id and job_identifier required in the query; public clients leave
/// them out and are answered, so they are not looked at here.
/// </remarks>
internal sealed class ReportingEndpoints
{
    private readonly SandboxWorkspace _workspace;
    private readonly SandboxOptions _options;
    private readonly Uri _baseUri;
    private readonly ReportingJobs _jobs;

    public ReportingEndpoints(SandboxWorkspace workspace, SandboxOptions options, Uri baseUri)
    {
        _workspace = workspace;
        _options = options;
        _baseUri = baseUri;
        _jobs = new ReportingJobs(options);
    }

    public void AddTo(Router router)
    {
        router.Add("GET", "/export/reporting_data/get_datasets", Datasets);
        router.Add("POST", "/export/reporting_data/enqueue", Enqueue);
        router.Add("GET", "/export/reporting_data/{id}", Status);
        router.AddDownload("GET", "/download/reporting_data/{id}", Download);
    }

    private static void Datasets(ApiCall call, Utf8JsonWriter json)
    {
        CheckVersion(call);
        json.WriteStartObject();
        json.WriteString("type"u8, "list"u8);
        json.WriteStartArray("data"u8);
        foreach (ReportingDataset dataset in ReportingCatalog.Datasets)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, dataset.Id);
            json.WriteString("name"u8, dataset.Name);
            json.WriteString("description"u8, dataset.Description);
            json.WriteString("default_time_attribute_id"u8, dataset.TimeColumn);
            json.WriteStartArray("attributes"u8);
            foreach (ReportingColumn column in dataset.Columns)
            {
                json.WriteStartObject();
                json.WriteString("id"u8, column.Id);
                json.WriteString("name"u8, column.Name);
                if (call.Version.HasQualifiedAttributes)
                {
                    json.WriteString("qualified_id"u8, column.QualifiedId);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Enqueue(ApiCall call, Utf8JsonWriter json)
    {
        CheckVersion(call);
        using JsonDocument body = call.ReadJson();
        var asked = ReportingRequest.Read(body.RootElement, call.Version);
        ReportingJob job = _jobs.Add((id, now) => new ReportingJob(id, asked.Dataset, asked.Columns, asked.Start, asked.End, call.Version, now))
            ?? throw new ApiException(429, "rate_limit_exceeded", $"Exceeded rate limit of {ReportingJobs.MostPending} pending reporting dataset export jobs");
        WriteJob(json, job);
    }

    private void Status(ApiCall call, Utf8JsonWriter json)
    {
        CheckVersion(call);
        WriteJob(json, Find(call));
    }

    private HttpResponse Download(ApiCall call)
    {
        CheckVersion(call);
        ReportingJob job = Find(call);
        if (_jobs.StatusOf(job) != "complete")
        {
            throw NotFound(call);
        }

        byte[] file = ReportingPacker.Pack(ReportingCsv.Write(job, _workspace), job.Dataset.Id + ".csv", _options.ReportingPacking);
        var body = new PooledBuffer(file.Length + 1);
        file.CopyTo(body.GetMemory(file.Length));
        body.Advance(file.Length);
        return new HttpResponse(200, body) { ContentType = "application/octet-stream" };
    }

    private void WriteJob(Utf8JsonWriter json, ReportingJob job)
    {
        string status = _jobs.StatusOf(job);
        bool complete = status == "complete";
        json.WriteStartObject();
        json.WriteString("job_identifier"u8, job.Id);
        json.WriteString("status"u8, status);
        json.WriteString("download_url"u8, complete ? new Uri(_baseUri, "download/reporting_data/" + job.Id).AbsoluteUri : string.Empty);
        json.WriteString("download_expires_at"u8, complete ? _jobs.ExpiryOf(job).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) : string.Empty);
        json.WriteEndObject();
    }

    private ReportingJob Find(ApiCall call) => _jobs.Find(call.Id) ?? throw NotFound(call);

    private static ApiException NotFound(ApiCall call) => ApiException.NotFound("not_found", $"Export job not found for identifier: {call.Id}");

    private static void CheckVersion(ApiCall call)
    {
        if (!call.Version.HasReportingExport)
        {
            throw new ApiException(400, "intercom_version_invalid", "The requested version could not be found");
        }
    }
}
