using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using IntercomPS.Export;
using Xunit;

namespace IntercomPS.Tests.Export;

public sealed class PartExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Csv_writes_a_second_file_beside_the_first()
    {
        ExportSummary summary = Export(ExportFormat.Csv, "out.csv");

        var parts = ExportedFile.ReadCsv(_folder.PathOf("out.parts.csv"));
        Assert.Equal(["out.csv", "out.parts.csv"], _folder.FileNames);
        Assert.Equal(PartColumns.All.Select(column => column.Name), parts[0].Keys);
        Assert.Equal(["1", "2", "3"], parts.Select(part => part["part_id"]));
        Assert.All(parts, part => Assert.Equal("77", part["conversation_id"]));
        Assert.Equal("Hi & bye", parts[0]["body_text"]);
        Assert.Equal("<p>Hi &amp; bye</p>", parts[0]["body"]);
        Assert.Equal(("'=Eve", "eve@example.com"), (parts[0]["author_name"], parts[0]["author_email"]));
        Assert.Equal(("true", "false"), (parts[0]["is_message"], parts[1]["is_message"]));
        Assert.Equal(string.Empty, parts[2]["author_type"]);
        Assert.Equal((2L, 3L), (summary.Rows, summary.PartRows));
        Assert.Equal(_folder.PathOf("out.parts.csv"), summary.PartsPath);
        Assert.Equal(_folder.FileNames.Sum(name => new FileInfo(_folder.PathOf(name)).Length), summary.Bytes);
    }

    [Theory]
    [InlineData(ExportFormat.Json)]
    [InlineData(ExportFormat.JsonLines)]
    public void Json_has_a_parts_array_a_row_and_null_where_the_thread_was_not_fetched(ExportFormat format)
    {
        ExportSummary summary = Export(format, "out.json");

        var rows = ExportedFile.Read(format, _folder.PathOf("out.json"));
        JsonElement parts = rows[0].GetProperty("parts");
        Assert.Equal(["1", "2", "3"], parts.EnumerateArray().Select(part => part.GetProperty("part_id").GetString()));
        Assert.Equal("Hi & bye", parts[0].GetProperty("body_text").GetString());
        Assert.Equal(JsonValueKind.Null, parts[2].GetProperty("author_type").ValueKind);
        Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("parts").ValueKind);
        Assert.Equal(3, summary.PartRows);
        Assert.Null(summary.PartsPath);
    }

    [Fact]
    public void Neither_file_is_written_where_one_of_them_exists()
    {
        File.WriteAllText(_folder.PathOf("out.parts.csv"), "theirs");

        var exists = Assert.Throws<ExportTargetException>(() => Export(ExportFormat.Csv, "out.csv"));

        Assert.Equal((ExportTargetProblem.Exists, _folder.PathOf("out.parts.csv")), (exists.Problem, exists.Path));
        Assert.Equal(["out.parts.csv"], _folder.FileNames);
    }

    private ExportSummary Export(ExportFormat format, string name) => ExportedFile.Write(
        new ExportOptions { Path = _folder.PathOf(name), Format = format, IncludeParts = true },
        ConversationSamples.WithParts(
            ConversationSamples.Part("1", "comment", "<p>Hi &amp; bye</p>", "user"),
            ConversationSamples.Part("2", "note", "<p>psst</p>", "admin"),
            ConversationSamples.Part("3", "close", null, null)),
        ConversationSamples.Bare("78"));
}
