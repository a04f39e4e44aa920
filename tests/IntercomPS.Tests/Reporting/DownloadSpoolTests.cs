using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Reporting;
using IntercomPS.Tests.Client;
using Xunit;

namespace IntercomPS.Tests.Reporting;

[Collection(FakeTimeGroup.Name)]
public sealed class DownloadSpoolTests : IDisposable
{
    private static readonly byte[] Content = Enumerable.Range(0, 300_000).Select(number => (byte)number).ToArray();

    private readonly string _folder = Directory.CreateTempSubdirectory("IntercomPS-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_is_asked_for_as_one_and_with_the_token()
    {
        using var fixture = new ClientFixture(_ => Answers.Stream(new MemoryStream(Content)));

        Assert.Equal(Content, await DownloadAsync(fixture));

        HttpRequestMessage asked = Assert.Single(fixture.Handler.Requests).Message;
        Assert.Equal("https://api.intercom.test/download/reporting_data/job1?app_id=abc&job_identifier=job1", asked.RequestUri!.AbsoluteUri);
        Assert.Equal("application/octet-stream", asked.Headers.Accept.ToString());
        Assert.Equal("Bearer " + ClientFixture.Token, asked.Headers.Authorization!.ToString());
    }

    [Fact]
    public async Task A_download_that_breaks_off_begins_anew()
    {
        using var fixture = new ClientFixture(request => Answers.Stream(
            request.Number < 3 ? new BreakingStream(Content.Length - (100_000 * request.Number)) : new MemoryStream(Content)));

        Assert.Equal(Content, await DownloadAsync(fixture));
        Assert.Equal(3, fixture.Handler.Requests.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Gone)]
    public async Task A_file_that_is_gone_is_an_error(HttpStatusCode status)
    {
        using var fixture = new ClientFixture(_ => Answers.Error(status, "not_found"));

        ReportingException error = await Assert.ThrowsAsync<ReportingException>(() => DownloadAsync(fixture));

        Assert.Equal((ReportingProblem.DownloadExpired, "job1"), (error.Problem, error.Subject));
        Assert.Single(fixture.Handler.Requests);
    }

    [Fact]
    public async Task A_file_may_take_longer_than_the_time_out_as_long_as_it_keeps_coming()
    {
        ClientFixture? fixture = null;
        using ClientFixture disposed = fixture = new ClientFixture(
            _ => Answers.Stream(new SlowStream(fixture!.Time, pieces: 10, TimeSpan.FromSeconds(60))));

        Assert.Equal(10, (await DownloadAsync(fixture)).Length);
        Assert.Single(fixture.Handler.Requests);
    }

    [Fact]
    public async Task A_file_that_stops_coming_is_asked_for_again_and_then_an_error()
    {
        using var fixture = new ClientFixture(_ => Answers.Stream(new SilentStream()), retries: 1);

        IntercomException error = await Assert.ThrowsAsync<IntercomException>(() => DownloadAsync(fixture));

        Assert.Equal(ApiErrorKind.TimedOut, error.Kind);
        Assert.Equal(2, fixture.Handler.Requests.Count);
    }

    [Fact]
    public async Task A_full_disk_is_no_failure_of_the_network()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full to write to.");
        using var fixture = new ClientFixture(_ => Answers.Stream(new MemoryStream(Content)));
        using var spool = new DownloadSpool(() => new FileStream("/dev/full", FileMode.Open, FileAccess.ReadWrite));
        var client = new ReportingClient(fixture.Client, "abc");

        await Assert.ThrowsAsync<IOException>(() => fixture.RunAsync(async () =>
        {
            await spool.DownloadAsync(client, "job1", _ => { }, CancellationToken.None);
            return 0;
        }));

        Assert.Single(fixture.Handler.Requests);
    }

    [Fact]
    public void Nothing_is_left_of_it()
    {
        using (var spool = new DownloadSpool(Path.Combine(_folder, "data.csv")))
        {
            Assert.StartsWith(".data.csv.", Path.GetFileName(Assert.Single(Directory.GetFiles(_folder))), StringComparison.Ordinal);
        }

        Assert.Empty(Directory.GetFiles(_folder));
    }

    private Task<byte[]> DownloadAsync(ClientFixture fixture) => fixture.RunAsync(() => SpoolAsync(fixture));

    private async Task<byte[]> SpoolAsync(ClientFixture fixture)
    {
        using var spool = new DownloadSpool(Path.Combine(_folder, "data.csv"));
        await spool.DownloadAsync(new ReportingClient(fixture.Client, "abc"), "job1", _ => { }, CancellationToken.None);
        using var copy = new MemoryStream();
        spool.OpenRead().CopyTo(copy);
        Assert.Equal(copy.Length, spool.Length);
        return copy.ToArray();
    }

    /// <summary>Gives some of the content, then breaks off.</summary>
    private sealed class BreakingStream(int length) : ForwardStream
    {
        private int _given;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_given == length)
            {
                throw new IOException("The connection was reset.");
            }

            int read = Math.Min(count, length - _given);
            Array.Fill(buffer, (byte)'!', offset, read);
            _given += read;
            return read;
        }
    }

    /// <summary>Gives a byte at a time, after a while each.</summary>
    private sealed class SlowStream(TimeProvider time, int pieces, TimeSpan pause) : ForwardStream
    {
        private int _given;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_given == pieces)
            {
                return 0;
            }

            await Task.Delay(pause, time, cancellationToken);
            _given++;
            return 1;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <summary>Never gives anything.</summary>
    private sealed class SilentStream : ForwardStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
