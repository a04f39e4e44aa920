using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using IntercomPS.Export;
using Xunit;

namespace IntercomPS.Tests.Export;

public sealed class ExportFormatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Csv_is_read_back_field_by_field()
    {
        string path = Export(ExportFormat.Csv, "all.csv");

        var row = ExportedFile.ReadCsv(path).Single();

        Assert.Equal("123", row["conversation_id"]);
        Assert.Equal("456", row["contact_id"]);
        Assert.Equal("user@company.example", row["contact_email"]);
        Assert.Equal("789", row["company_id"]);
        Assert.Equal("2025-01-15T10:30:00Z", row["created_at"]);
        Assert.Equal("bug;billing", row["tags"]);
        Assert.Equal("3", row["rating"]);
        Assert.Equal("Took a while to resolve", row["rating_remark"]);
        Assert.Equal("I can't export my data...", row["first_message_body"]);
        Assert.Equal("Müller & Söhne", row["company_name"]);
        Assert.Equal("false", row["ai_agent_participated"]);
        JsonElement attributes = JsonElement.Parse(row["custom_attributes"]);
        Assert.Equal("größer", attributes.GetProperty("Plan \"A\"").GetString());
        Assert.Equal(12, attributes.GetProperty("Seats").GetInt32());
        Assert.Equal(JsonValueKind.Null, attributes.GetProperty("None").ValueKind);
    }

    [Fact]
    public void Csv_begins_with_a_byte_order_mark_and_ends_its_lines_with_crlf()
    {
        byte[] bytes = File.ReadAllBytes(Export(ExportFormat.Csv, "bytes.csv"));

        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'c'], bytes.Take(4));
        Assert.Equal("\r\n"u8.ToArray(), bytes.TakeLast(2));
    }

    [Theory]
    [InlineData(ExportFormat.Json)]
    [InlineData(ExportFormat.JsonLines)]
    public void Json_is_read_back_field_by_field_in_the_order_of_the_columns(ExportFormat format)
    {
        string path = Export(format, "all.json");

        JsonElement row = ExportedFile.Read(format, path).Single();

        Assert.Equal(ConversationColumns.Full.Select(column => column.Name), row.EnumerateObject().Select(property => property.Name));
        Assert.Equal("123", row.GetProperty("conversation_id").GetString());
        Assert.Equal("2025-01-15T10:30:00Z", row.GetProperty("created_at").GetString());
        Assert.Equal(["bug", "billing"], row.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        Assert.Equal(3, row.GetProperty("rating").GetInt32());
        Assert.Equal(13800, row.GetProperty("time_to_resolution_seconds").GetInt32());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("snoozed_until").ValueKind);
        Assert.Equal(JsonValueKind.False, row.GetProperty("ai_agent_participated").ValueKind);
        Assert.Equal(12, row.GetProperty("custom_attributes").GetProperty("Seats").GetInt32());
    }

    [Theory]
    [InlineData(ExportFormat.Json, '[')]
    [InlineData(ExportFormat.JsonLines, '{')]
    public void Json_has_no_byte_order_mark_and_stays_readable(ExportFormat format, char first)
    {
        byte[] bytes = File.ReadAllBytes(Export(format, "bytes.json"));

        Assert.Equal((byte)first, bytes[0]);
        Assert.Equal((byte)'\n', bytes[^1]);
        Assert.Contains("Müller & Söhne", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExportFormat.Csv, "")]
    [InlineData(ExportFormat.JsonLines, "")]
    [InlineData(ExportFormat.Json, "[]\n")]
    public void An_export_of_nothing_is_a_whole_file(ExportFormat format, string content)
    {
        string path = _folder.PathOf("empty");
        ExportSummary summary = ExportedFile.Write(new ExportOptions { Path = path, Format = format });

        Assert.Equal(0, summary.Rows);
        if (format == ExportFormat.Csv)
        {
            Assert.StartsWith("conversation_id,contact_id,", File.ReadAllText(path), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(content, File.ReadAllText(path));
        }
    }

    [Theory]
    [InlineData("a.csv", ExportFormat.Csv)]
    [InlineData("a.CSV", ExportFormat.Csv)]
    [InlineData("a.b.jsonl", ExportFormat.JsonLines)]
    [InlineData("a.ndjson", ExportFormat.JsonLines)]
    [InlineData("a.json", ExportFormat.Json)]
    public void The_ending_tells_the_format(string path, ExportFormat format) => Assert.Equal(format, FormatByPath.Of(path));

    [Theory]
    [InlineData("a.xlsx")]
    [InlineData("a")]
    [InlineData("a.")]
    public void Any_other_ending_is_an_error_that_says_what_to_do(string path) =>
        Assert.Contains("-Format", Assert.Throws<ArgumentException>(() => FormatByPath.Of(path)).Message, StringComparison.Ordinal);

    [Fact]
    public void Thousands_of_rows_come_back_in_their_order()
    {
        Conversation[] conversations = ConversationSamples.Many(5000).ToArray();
        foreach (ExportFormat format in new[] { ExportFormat.Json, ExportFormat.JsonLines })
        {
            string path = _folder.PathOf($"many.{format}");
            ExportSummary summary = ExportedFile.Write(new ExportOptions { Path = path, Format = format }, conversations);
            Assert.Equal(conversations.Select(item => item.Id), ExportedFile.Read(format, path).Select(row => row.GetProperty("conversation_id").GetString()));
            Assert.Equal(new FileInfo(path).Length, summary.Bytes);
        }

        string csv = _folder.PathOf("many.csv");
        ExportSummary table = ExportedFile.Write(new ExportOptions { Path = csv, Format = ExportFormat.Csv }, conversations);
        Assert.Equal(conversations.Select(item => item.Id), ExportedFile.ReadCsv(csv).Select(row => row["conversation_id"]));
        Assert.Equal(new FileInfo(csv).Length, table.Bytes);
    }

    private string Export(ExportFormat format, string name)
    {
        string path = _folder.PathOf(name);
        ExportedFile.Write(new ExportOptions { Path = path, Format = format, Columns = ConversationColumns.Full }, ConversationSamples.Complete());
        return path;
    }
}
