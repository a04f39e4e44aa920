using System;
using System.Collections.Generic;
using System.Formats.Tar;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.Tests.Sandbox;

/// <summary>The reporting data export of the sandbox.</summary>
public sealed class SandboxReportingTests : IDisposable
{
    private const string Enqueue = "export/reporting_data/enqueue";
    private readonly List<IDisposable> _disposables = [];
    private DateTimeOffset _now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public void Dispose() => _disposables.ForEach(disposable => disposable.Dispose());

    [Theory]
    [InlineData("2.14", null)]
    [InlineData("2.15", null)]
    [InlineData("2.16", "standard.conversation_id")]
    public async Task Datasets_are_listed_with_qualified_ids_from_2_16_on(string version, string? qualified)
    {
        SandboxClient client = Start(version: version).Client;

        JsonElement list = await client.GetAsync("export/reporting_data/get_datasets");

        Assert.Equal("list", list.GetProperty("type").GetString());
        JsonElement dataset = list.GetProperty("data")[0];
        Assert.Equal("conversation", dataset.GetProperty("id").GetString());
        Assert.Equal("conversation_started_at", dataset.GetProperty("default_time_attribute_id").GetString());
        JsonElement attribute = dataset.GetProperty("attributes")[0];
        Assert.Equal("conversation_id", attribute.GetProperty("id").GetString());
        Assert.Equal(qualified, attribute.TryGetProperty("qualified_id", out JsonElement value) ? value.GetString() : null);
    }

    [Theory]
    [InlineData("2.10")]
    [InlineData("2.13")]
    public async Task Older_versions_do_not_have_it(string version)
    {
        SandboxClient client = Start(version: version).Client;

        Assert.Equal("intercom_version_invalid", await SandboxClient.ReadErrorAsync(await client.SendAsync("export/reporting_data/get_datasets"), 400));
        Assert.Equal("intercom_version_invalid", await SandboxClient.ReadErrorAsync(await client.PostAsync(Enqueue, Body()), 400));
        Assert.Equal("intercom_version_invalid", await SandboxClient.ReadErrorAsync(await client.SendAsync("export/reporting_data/x"), 400));
        Assert.Equal("intercom_version_invalid", await SandboxClient.ReadErrorAsync(await DownloadAsync(client, "x"), 400));
    }

    [Fact]
    public async Task A_job_is_pending_then_complete_then_forgotten()
    {
        (SandboxServer server, SandboxClient client) = Start(new SandboxOptions
        {
            Conversations = 30,
            Clock = () => _now,
            ReportingJobDuration = TimeSpan.FromMinutes(1),
            ReportingDownloadLifetime = TimeSpan.FromHours(2),
        });

        string id = await EnqueueAsync(client);
        JsonElement pending = await client.GetAsync("export/reporting_data/" + id);
        Assert.Equal("pending", pending.GetProperty("status").GetString());
        Assert.Equal(string.Empty, pending.GetProperty("download_url").GetString());
        Assert.Equal("not_found", await SandboxClient.ReadErrorAsync(await DownloadAsync(client, id), 404));

        _now += TimeSpan.FromMinutes(1);
        JsonElement complete = await client.GetAsync("export/reporting_data/" + id);
        Assert.Equal("complete", complete.GetProperty("status").GetString());
        Assert.Equal($"{server.BaseUri}download/reporting_data/{id}", complete.GetProperty("download_url").GetString());
        Assert.Equal($"{(_now + TimeSpan.FromHours(2)).ToUnixTimeSeconds()}", complete.GetProperty("download_expires_at").GetString());
        Assert.True((await DownloadAsync(client, id)).IsSuccessStatusCode);

        _now += TimeSpan.FromHours(2);
        Assert.Equal("not_found", await SandboxClient.ReadErrorAsync(await client.SendAsync("export/reporting_data/" + id), 404));
        Assert.Equal("not_found", await SandboxClient.ReadErrorAsync(await DownloadAsync(client, id), 404));
    }

    [Fact]
    public async Task Five_jobs_may_be_pending()
    {
        SandboxClient client = Start(new SandboxOptions { Conversations = 5, Clock = () => _now, ReportingJobDuration = TimeSpan.FromMinutes(1) }).Client;
        for (int job = 0; job < 5; job++)
        {
            await EnqueueAsync(client);
        }

        using HttpResponseMessage refused = await client.PostAsync(Enqueue, Body());
        Assert.Equal("rate_limit_exceeded", await SandboxClient.ReadErrorAsync(refused, 429));

        _now += TimeSpan.FromMinutes(1);
        await EnqueueAsync(client);
    }

    public static TheoryData<string, string, string> Wrong { get; } = new()
    {
        { "2.15", """{"attribute_ids":["channel"],"start_time":1,"end_time":2}""", "'dataset_id' is a required parameter" },
        { "2.15", """{"dataset_id":"imaginary","attribute_ids":["channel"],"start_time":1,"end_time":2}""", "imaginary is not a valid dataset_id" },
        { "2.15", """{"dataset_id":"conversation","start_time":1,"end_time":2}""", "'attribute_ids' is a required parameter" },
        { "2.15", """{"dataset_id":"conversation","attribute_ids":[],"start_time":1,"end_time":2}""", "attribute_ids must contain at least one attribute_id" },
        { "2.15", """{"dataset_id":"conversation","attribute_ids":"channel","start_time":1,"end_time":2}""", "'attribute_ids' not an array must be of type Array" },
        { "2.15", """{"dataset_id":"conversation","attribute_ids":["channel","non_existent"],"start_time":1,"end_time":2}""", "attribute_ids invalid for conversation dataset: non_existent" },
        { "2.15", """{"dataset_id":"conversation","attribute_ids":["standard.channel"],"start_time":1,"end_time":2}""", "attribute_ids invalid for conversation dataset: standard.channel" },
        { "2.16", """{"dataset_id":"conversation","attribute_ids":["channel"],"start_time":1,"end_time":2}""", "attribute_ids invalid for conversation dataset: channel" },
        { "2.15", """{"dataset_id":"conversation","attribute_ids":["channel"],"end_time":2}""", "'start_time' is a required parameter" },
        { "2.15", """{"dataset_id":"conversation","attribute_ids":["channel"],"start_time":"1","end_time":2}""", "'start_time' must be of type Integer" },
        { "2.15", """{"dataset_id":"conversation","attribute_ids":["channel"],"start_time":3,"end_time":2}""", "start_time must be before end_time" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_request_is_refused(string version, string body, string message)
    {
        using HttpResponseMessage response = await Start(version: version).Client.PostAsync(Enqueue, JsonNode.Parse(body)!);

        Assert.Equal(message, (await SandboxClient.ReadAsync(response)).GetProperty("errors")[0].GetProperty("message").GetString());
        Assert.Equal("bad_request", await SandboxClient.ReadErrorAsync(response, 400));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("*/*")]
    public async Task A_download_wants_its_own_accept_header(string accept)
    {
        SandboxClient client = Start().Client;
        string id = await EnqueueAsync(client);

        Assert.Equal("media_type_not_acceptable", await SandboxClient.ReadErrorAsync(await DownloadAsync(client, id, accept), 406));
    }

    [Theory]
    [InlineData(ReportingPacking.Plain)]
    [InlineData(ReportingPacking.Gzip)]
    [InlineData(ReportingPacking.Zip)]
    [InlineData(ReportingPacking.Tar)]
    [InlineData(ReportingPacking.TarGzip)]
    public async Task The_file_is_packed_as_asked_for_and_holds_the_workspaces_data(ReportingPacking packing)
    {
        (SandboxServer server, SandboxClient client) = Start(new SandboxOptions { Conversations = 80, ReportingPacking = packing, ReportingJobDuration = TimeSpan.Zero });
        string id = await EnqueueAsync(client, "conversation_id", "ai_cx_score_rating");

        byte[] file = await (await DownloadAsync(client, id)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        IEnumerable<string> expected = server.Workspace.Conversations.Where(c => c.Statistics is not null).Select(c => $"{c.Id},{c.CxScore}");
        Assert.Equal(expected.Prepend("conversation_id,ai_cx_score_rating"), Unpack(file, packing).TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("2.15", false)]
    [InlineData("2.16", true)]
    public async Task Conversations_without_a_reply_are_there_from_2_16_on(string version, bool there)
    {
        (SandboxServer server, SandboxClient client) = Start(
            new SandboxOptions { Conversations = 200, ReportingPacking = ReportingPacking.Plain, ReportingJobDuration = TimeSpan.Zero }, version);
        string id = await EnqueueAsync(client, version == "2.16" ? "standard.conversation_id" : "conversation_id");

        string table = await (await DownloadAsync(client, id)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        SandboxConversation unanswered = server.Workspace.Conversations.First(c => c.Statistics is null);
        Assert.Equal(there, table.Contains(unanswered.Id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ReportingOutcome.Failed, "failed")]
    [InlineData(ReportingOutcome.Stuck, "pending")]
    [InlineData(ReportingOutcome.Vanished, null)]
    public async Task A_job_ends_as_the_options_have_it(ReportingOutcome outcome, string? status)
    {
        SandboxClient client = Start(new SandboxOptions { Conversations = 5, Clock = () => _now, ReportingOutcome = outcome, ReportingJobDuration = TimeSpan.FromSeconds(1) }).Client;
        string id = await EnqueueAsync(client);
        _now += TimeSpan.FromHours(1);

        using HttpResponseMessage response = await client.SendAsync("export/reporting_data/" + id);

        Assert.Equal(status, response.IsSuccessStatusCode ? (await SandboxClient.ReadAsync(response)).GetProperty("status").GetString() : null);
        Assert.Equal("not_found", await SandboxClient.ReadErrorAsync(await DownloadAsync(client, id), 404));
    }

    private static JsonObject Body(params string[] attributes) => new()
    {
        ["dataset_id"] = "conversation",
        ["attribute_ids"] = new JsonArray([.. attributes.DefaultIfEmpty("conversation_id").Select(id => (JsonNode)id)]),
        ["start_time"] = 1,
        ["end_time"] = 4_000_000_000,
    };

    private static async Task<string> EnqueueAsync(SandboxClient client, params string[] attributes)
    {
        using HttpResponseMessage response = await client.PostAsync(Enqueue, Body(attributes));
        Assert.True(response.IsSuccessStatusCode);
        return (await SandboxClient.ReadAsync(response)).GetProperty("job_identifier").GetString()!;
    }

    private static Task<HttpResponseMessage> DownloadAsync(SandboxClient client, string id, string accept = "application/octet-stream")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "download/reporting_data/" + id);
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        return client.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Unpack(byte[] file, ReportingPacking packing)
    {
        Stream stream = new MemoryStream(file);
        stream = packing is ReportingPacking.Gzip or ReportingPacking.TarGzip ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        stream = packing switch
        {
            ReportingPacking.Tar or ReportingPacking.TarGzip => new TarReader(stream).GetNextEntry(copyData: true)!.DataStream!,
            ReportingPacking.Zip => Assert.Single(new ZipArchive(stream).Entries).Open(),
            _ => stream,
        };
        return new StreamReader(stream, Encoding.UTF8).ReadToEnd();
    }

    private (SandboxServer Server, SandboxClient Client) Start(SandboxOptions? options = null, string version = "2.15")
    {
        SandboxServer server = SandboxServer.Start(options ?? new SandboxOptions { Conversations = 5, ReportingJobDuration = TimeSpan.Zero });
        var client = new SandboxClient(server, version);
        _disposables.AddRange([client, server]);
        return (server, client);
    }
}
