using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Export;

/// <summary>Every format and schema, with and without threads, read back and compared with the sandbox row by row, field by field.</summary>
public sealed class ExportContentTests : IClassFixture<SharedWorkspace>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConnectedModule _module;

    public ExportContentTests(SharedWorkspace shared)
    {
        _module = shared.Module;
        _module.Runspace.SetVariable("folder", _folder.FullName);
    }

    public static MatrixTheoryData<string, bool> FilesAndSchemas => new(["all.csv", "all.jsonl", "all.ndjson", "all.json"], [false, true]);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(FilesAndSchemas))]
    public void Every_field_of_every_conversation_is_written(string file, bool full)
    {
        _module.Run($"Export-IntercomConversation -Path $folder/{file} -Schema {(full ? "Full" : "Normalized")}").Succeeded();

        ExportedRows exported = ExportedRows.Read(_folder.PathOf(file));
        Assert.Equal(ExpectedRow.NormalizedColumns, full ? exported.Columns.Take(14) : exported.Columns);
        exported.AssertAre(_module.NewestFirst.Select(c => ExpectedRow.Of(c, thread: null, full)));
        Assert.Equal([file], _folder.Names);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Threads_go_to_a_second_csv_file(bool full)
    {
        _module.Run($"Export-IntercomConversation -Path $folder/all.csv -IncludeParts -Schema {(full ? "Full" : "Normalized")}").Succeeded();

        ExportedRows.Read(_folder.PathOf("all.csv")).AssertAre(_module.NewestFirst.Select(c => ExpectedRow.Of(c, Thread(c), full)));
        ExportedRows parts = ExportedRows.Read(_folder.PathOf("all.parts.csv"));
        Assert.Equal(ExpectedPart.Columns, parts.Columns);
        parts.AssertAre(_module.NewestFirst.SelectMany(PartRows));
        Assert.Equal(["all.csv", "all.parts.csv"], _folder.Names);
    }

    [Theory]
    [InlineData("all.jsonl")]
    [InlineData("all.json")]
    public void Threads_are_an_array_in_each_json_row(string file)
    {
        _module.Run($"Export-IntercomConversation -Path $folder/{file} -IncludeParts").Succeeded();

        ExportedRows exported = ExportedRows.Read(_folder.PathOf(file));
        Assert.Equal([.. ExpectedRow.NormalizedColumns, "parts"], exported.Columns);
        exported.AssertAre(_module.NewestFirst.Select(c => ExpectedRow.Of(c, Thread(c), full: false)));
        string text = File.ReadAllText(_folder.PathOf(file));
        IEnumerable<JsonElement> rows = file.EndsWith(".json", StringComparison.Ordinal)
            ? JsonElement.Parse(text).EnumerateArray()
            : text.TrimEnd('\n').Split('\n').Select(line => JsonElement.Parse(line));
        ExportedRows parts = ExportedRows.OfJson(rows.SelectMany(row => row.GetProperty("parts").EnumerateArray()));
        Assert.Equal(ExpectedPart.Columns, parts.Columns);
        parts.AssertAre(_module.NewestFirst.SelectMany(PartRows));
    }

    [Fact]
    public void Of_texts_that_a_spreadsheet_would_run_only_csv_has_an_apostrophe()
    {
        _module.Run("Export-IntercomConversation -Path $folder/all.csv; Export-IntercomConversation -Path $folder/all.jsonl").Succeeded();

        IReadOnlyList<IReadOnlyDictionary<string, string>> csv = ExportedRows.Read(_folder.PathOf("all.csv")).Rows;
        foreach (string column in new[] { "first_message_body", "rating_remark", "tags" })
        {
            Assert.Contains(csv, row => row[column].StartsWith('\''));
        }

        Assert.DoesNotContain(csv.SelectMany(row => row.Values), cell => cell.Length > 0 && cell.TrimStart()[..1] is "=" or "+" or "-" or "@");
        Assert.DoesNotContain(csv.SelectMany(row => row.Values), cell => cell.Any(character => char.IsControl(character) && character is not ('\n' or '\t')));
        Assert.Contains("\"=HYPERLINK(", File.ReadAllText(_folder.PathOf("all.jsonl")));
    }

    [Theory]
    [InlineData("-Property Id, CreatedAt, RatingRemark", "conversation_id,created_at,rating_remark")]
    [InlineData("-Property rating, conversation_id, Rating", "rating,conversation_id")]
    [InlineData("-Property Id, time_to_*", "conversation_id,time_to_first_reply_seconds,time_to_resolution_seconds,time_to_assignment_seconds,time_to_first_close_seconds,time_to_last_close_seconds")]
    [InlineData("-Property TimeToFirstReply, CxScore", "time_to_first_reply_seconds,cx_score")]
    public void Property_chooses_columns_and_their_order(string parameters, string columns)
    {
        _module.Run($"Export-IntercomConversation -Path $folder/some.csv {parameters}").Succeeded();

        ExportedRows exported = ExportedRows.Read(_folder.PathOf("some.csv"));
        Assert.Equal(columns.Split(','), exported.Columns);
        exported.AssertAre(_module.NewestFirst.Select(c => ExpectedRow.Of(c, thread: null, full: true)
            .Where(cell => exported.Columns.Contains(cell.Key)).ToDictionary()));
    }

    [Theory]
    [InlineData("-State Closed -Rating 1, 2")]
    [InlineData("-Query @{ operator = 'AND'; value = @(@{ field = 'state'; operator = '='; value = 'closed' }, @{ field = 'conversation_rating.score'; operator = '<'; value = 2 }) }")]
    public void The_parameters_of_the_search_narrow_an_export(string parameters)
    {
        _module.Run($"Export-IntercomConversation -Path $folder/some.jsonl {parameters}").Succeeded();

        ExportedRows.Read(_folder.PathOf("some.jsonl")).AssertAre(
            _module.NewestFirst.Where(c => c.State == "closed" && c.Rating?.Rating <= 2).Select(c => ExpectedRow.Of(c, thread: null, full: false)));
    }

    [Theory]
    [InlineData("none.csv", "conversation_id,")]
    [InlineData("none.jsonl", "")]
    [InlineData("none.json", "[")]
    public void An_export_of_nothing_is_a_whole_file(string file, string start)
    {
        _module.Run($"Export-IntercomConversation -Path $folder/{file} -ContactId 0123456789abcdef01234567").Succeeded();

        string text = File.ReadAllText(_folder.PathOf(file));
        Assert.StartsWith(start, text);
        Assert.Empty(file switch
        {
            "none.csv" => CsvFile.Read(_folder.PathOf(file)).Rows.Select(row => row["conversation_id"]),
            "none.json" => JsonElement.Parse(text).EnumerateArray().Select(row => row.ToString()),
            _ => text.Select(character => character.ToString()),
        });
    }

    private IReadOnlyList<SandboxPart> Thread(SandboxConversation conversation) => _module.Server.Workspace.GetParts(conversation);

    private IEnumerable<Dictionary<string, object?>> PartRows(SandboxConversation conversation) =>
        Thread(conversation).TakeLast(500).Select(part => ExpectedPart.Of(conversation, part));
}
