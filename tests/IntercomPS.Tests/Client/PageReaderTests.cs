using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using Xunit;

namespace IntercomPS.Tests.Client;

public sealed class PageReaderTests
{
    private const string Rows = "\"conversations\":" + """[{"id":"1","source":{"body":"\"pages\":{\"next\":{\"starting_after\":\"no\"}}"},"pages":{"next":{"starting_after":"no"}}}]""";

    public static TheoryData<string, string?> Pages { get; } = new()
    {
        { """{"next":{"page":2,"starting_after":"c2"},"per_page":"150"}""", "c2" },
        { """{"type":"pages","next":{"starting_after":"WzE2XQ=="},"page":1}""", "WzE2XQ==" },
        { """{"next":null}""", null },
        { """{"page":1}""", null },
        { "{}", null },
        { "null", null },
        { "7", null },
        { "\"next\"", null },
        { "[{\"next\":{\"starting_after\":\"no\"}}]", null },
        { """{"next":"https://api.intercom.io/conversations?per_page=20&starting_after=WzE%3D"}""", "WzE=" },
        { """{"next":"https://api.intercom.io/conversations?page=2"}""", null },
        { """{"next":"c2"}""", "c2" },
        { """{"next":""}""", null },
        { """{"next":["no"]}""", null },
        { """{"next":{"starting_after":null}}""", null },
        { """{"next":{"starting_after":""}}""", null },
        { """{"next":{"starting_after":{"a":"no"}}}""", null },
        { """{"next":{"starting_after":["no"]}}""", null },
        { """{"next":{"other":"no","deep":{"starting_after":"no"},"starting_after":"c2"}}""", "c2" },
        { """{"prev":{"starting_after":"no"},"next":{"starting_after":"c2"}}""", "c2" },
        { """{"next":{"starting_after":"c\u0032"}}""", "c2" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_cursor_is_found_before_and_after_the_rows(string pages, string? expected)
    {
        foreach (string json in new[] { $$"""{"pages":{{pages}},{{Rows}},"total_count":9}""", $$"""{"total_count":9,{{Rows}},"pages":{{pages}}}""" })
        {
            var told = new List<PageCursor?>();
            ConversationPage page = await PageReader.ReadAsync(Body(json), told.Add, TestContext.Current.CancellationToken);

            Assert.Equal(expected, page.Next?.StartingAfter);
            Assert.Equal(expected, Assert.Single(told)?.StartingAfter);
            Assert.Equal("1", Assert.Single(page.Conversations).Id);
            Assert.Equal(9, page.TotalCount);
        }
    }

    [Fact]
    public async Task Rows_without_pages_are_the_last()
    {
        ConversationPage page = await PageReader.ReadAsync(Body("{" + Rows + "}"), _ => { }, TestContext.Current.CancellationToken);

        Assert.Null(page.Next);
        Assert.Null(page.TotalCount);
    }

    [Fact]
    public void The_cursor_is_found_wherever_the_answer_is_cut()
    {
        foreach (string json in new[]
        {
            """{"pages":{"page":1,"next":{"page":2,"starting_after":"c-ü-2"}},""" + Rows + "}",
            "{" + Rows + ""","pages":{"page":1,"next":{"page":2,"starting_after":"c-ü-2"}}}""",
        })
        {
            byte[] bytes = Encoding.UTF8.GetBytes(json);
            for (int first = 0; first <= bytes.Length; first++)
            {
                var scanner = new CursorScanner();
                scanner.Advance(bytes.AsSpan(0, first));
                scanner.Advance(bytes);
                Assert.Equal((true, "c-ü-2"), (scanner.IsDone, scanner.Cursor?.StartingAfter));
            }

            var byteByByte = new CursorScanner();
            for (int length = 1; length <= bytes.Length; length++)
            {
                byteByByte.Advance(bytes.AsSpan(0, length));
            }

            Assert.Equal("c-ü-2", byteByByte.Cursor?.StartingAfter);
        }
    }

    [Fact]
    public async Task The_cursor_is_told_before_the_body_ends()
    {
        using var body = new GatedStream(
            """{"pages":{"next":{"starting_after":"c2"}},"conversations":[{"id":"1"}"""u8.ToArray(), "]}"u8.ToArray());
        var told = new TaskCompletionSource<PageCursor?>();

        Task<ConversationPage> reading = PageReader.ReadAsync(body, told.SetResult, TestContext.Current.CancellationToken);

        Assert.Equal("c2", (await told.Task)!.StartingAfter);
        Assert.False(reading.IsCompleted);
        body.Open();
        Assert.Single((await reading).Conversations);
    }

    [Fact]
    public async Task A_body_cut_anywhere_is_an_error()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("""{"pages":{"next":null},""" + Rows + "}");
        for (int length = 0; length < bytes.Length; length++)
        {
            await Assert.ThrowsAnyAsync<JsonException>(
                () => PageReader.ReadAsync(new MemoryStream(bytes, 0, length), _ => { }, CancellationToken.None));
        }
    }

    [Theory]
    [InlineData("<html></html>")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"conversations\":[]} trailing")]
    public async Task What_is_no_page_is_an_error(string body) =>
        await Assert.ThrowsAnyAsync<JsonException>(() => PageReader.ReadAsync(Body(body), _ => { }, CancellationToken.None));

    [Fact]
    public async Task A_cancelled_read_ends()
    {
        using var body = new GatedStream("{"u8.ToArray(), []);
        using var stop = new CancellationTokenSource();
        Task<ConversationPage> reading = PageReader.ReadAsync(body, _ => { }, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task Time_grows_with_the_size_and_no_faster()
    {
        await MeasureAsync(1);
        TimeSpan small = await MeasureAsync(1);
        TimeSpan large = await MeasureAsync(8);

        // Eight times the size; a quadratic reader would take sixty times as long.
        Assert.True(large < (small * 30) + TimeSpan.FromMilliseconds(200), $"{small} for 1 MB, {large} for 8 MB");
    }

    private static async Task<TimeSpan> MeasureAsync(int megabytes)
    {
        string row = $$$"""{"id":"1","source":{"body":"{{{new string('x', 10_000)}}}"}}""";
        string json = $$$$"""{"conversations":[{{{{string.Join(",", Enumerable.Repeat(row, megabytes * 100))}}}}],"pages":{"next":{"starting_after":"c2"}}}""";
        using var body = new ChunkedStream(Encoding.UTF8.GetBytes(json), 4096);
        var watch = Stopwatch.StartNew();
        ConversationPage page = await PageReader.ReadAsync(body, _ => { }, CancellationToken.None);
        watch.Stop();

        Assert.Equal(megabytes * 100, page.Conversations.Count);
        Assert.Equal("c2", page.Next!.StartingAfter);
        return watch.Elapsed;
    }

    private static MemoryStream Body(string json) => new(Encoding.UTF8.GetBytes(json));

    /// <summary>Gives a few bytes at a time, as a network does.</summary>
    private sealed class ChunkedStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            base.ReadAsync(buffer, offset, Math.Min(count, chunk), cancellationToken);
    }
}
