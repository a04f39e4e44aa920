using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using IntercomPS.ModuleTests.Export;
using IntercomPS.ModuleTests.Harness;
using IntercomPS.Sandbox;
using Xunit;

namespace IntercomPS.ModuleTests.Reporting;

/// <summary>What Export-IntercomReportingData writes, compared with the sandbox's own data.</summary>
public sealed class ReportingContentTests
{
    [Theory]
    [InlineData(ReportingPacking.TarGzip)]
    [InlineData(ReportingPacking.Tar)]
    [InlineData(ReportingPacking.Gzip)]
    [InlineData(ReportingPacking.Zip)]
    [InlineData(ReportingPacking.Plain)]
    public void Every_conversation_is_there_with_its_CX_score(ReportingPacking packing)
    {
        using var reporting = new ReportingModule(packing);

        var summary = reporting.Module.Run(
            $"Export-IntercomReportingData $folder/scores.csv conversation -Attribute conversation_id, 'CX Score*' {ReportingModule.AllTime}").Succeeded().Single();

        (string[] header, List<Dictionary<string, string>> rows) = CsvFile.Read(reporting.Folder.PathOf("scores.csv"));
        List<SandboxConversation> expected = Answered(reporting);
        Assert.Equal(["conversation_id", "ai_cx_score_rating", "ai_cx_score_explanation"], header);
        Assert.Equal(expected.Select(c => (c.Id, $"{c.CxScore}")), rows.Select(row => (row["conversation_id"], row["ai_cx_score_rating"])));
        Assert.Contains(rows, row => row["ai_cx_score_rating"].Length > 0);
        Assert.Equal((long)expected.Count, summary.Properties["Rows"].Value);
        Assert.Equal(new FileInfo(reporting.Folder.PathOf("scores.csv")).Length, summary.Properties["Bytes"].Value);
        Assert.Equal(reporting.Folder.PathOf("scores.csv"), summary.Properties["Path"].Value);
        Assert.Equal("conversation", summary.Properties["Dataset"].Value);
        Assert.Equal(3, summary.Properties["Requests"].Value); // the datasets, the job, which is complete at once, its file
        Assert.StartsWith("rdx", (string)summary.Properties["JobId"].Value, StringComparison.Ordinal);
        Assert.Equal(["scores.csv"], reporting.Folder.Names);
    }

    [Fact]
    public void From_2_16_on_qualified_ids_are_asked_for_and_unanswered_conversations_are_there()
    {
        using var reporting = new ReportingModule(version: "2.16");

        reporting.Module.Run($"Export-IntercomReportingData $folder/all.csv -Attribute 'conversation id', people.Brand {ReportingModule.AllTime}").Succeeded();

        (string[] header, List<Dictionary<string, string>> rows) = CsvFile.Read(reporting.Folder.PathOf("all.csv"));
        Assert.Equal(["standard.conversation_id", "people.Brand"], header);
        Assert.Equal(reporting.Module.Server.Workspace.Conversations.Select(c => c.Id), rows.Select(row => row["standard.conversation_id"]));
    }

    [Fact]
    public void The_range_bounds_the_rows()
    {
        using var reporting = new ReportingModule();
        DateTimeOffset middle = ConnectedModule.Present.AddDays(-60);
        reporting.Module.Runspace.SetVariable("after", middle);
        reporting.Module.Runspace.SetVariable("before", middle.AddDays(10));

        object rows = reporting.Module.Run("(Export-IntercomReportingData $folder/some.csv -After $after -Before $before).Rows").Succeeded().Single().BaseObject;

        long expected = Answered(reporting).Count(c => c.CreatedAt >= middle && c.CreatedAt <= middle.AddDays(10));
        Assert.InRange(expected, 2, 200);
        Assert.Equal(expected, rows);
    }

    [Fact]
    public void Without_attributes_all_are_exported_and_without_an_end_the_range_ends_now()
    {
        using var reporting = new ReportingModule();

        reporting.Module.Run("Export-IntercomReportingData $folder/all.csv -After 2024-01-01").Succeeded();

        (string[] header, List<Dictionary<string, string>> rows) = CsvFile.Read(reporting.Folder.PathOf("all.csv"));
        Assert.Equal(14, header.Length); // 15 attributes, two of which have the same id in 2.15
        Assert.Equal(Answered(reporting).Count, rows.Count);
    }

    [Fact]
    public void Hostile_texts_are_made_safe_unless_they_are_wanted_as_they_are()
    {
        using var reporting = new ReportingModule();
        string script = $"Export-IntercomReportingData $folder/$name -Attribute conversation_id, first_message, customer_name {ReportingModule.AllTime}";
        reporting.Module.Runspace.SetVariable("name", "safe.csv");
        long safe = (long)reporting.Module.Run($"({script}).Rows").Succeeded().Single().BaseObject;
        reporting.Module.Runspace.SetVariable("name", "raw.csv");
        long raw = (long)reporting.Module.Run($"({script} -AsIs).Rows").Succeeded().Single().BaseObject;

        Dictionary<string, string> cells = CsvFile.Read(reporting.Folder.PathOf("safe.csv")).Rows.ToDictionary(row => row["conversation_id"], row => row["first_message"]);
        (string Id, string Text)[] dangerous = [.. Answered(reporting)
            .Select(c => (c.Id, ExpectedText.OfIntercom(c.Source.Body)))
            .Where(message => ExpectedText.InCsv(message.Item2) != message.Item2)];
        string bytes = File.ReadAllText(reporting.Folder.PathOf("raw.csv"), new UTF8Encoding(false, throwOnInvalidBytes: true));
        Assert.NotEmpty(dangerous);
        Assert.All(dangerous, message => Assert.Equal("'" + message.Text, cells[message.Id]));
        Assert.All(dangerous, message => Assert.Contains(message.Text.Replace("\"", "\"\"", StringComparison.Ordinal), bytes, StringComparison.Ordinal));
        Assert.All(cells.Values, cell => Assert.DoesNotMatch("^\\s*[=+@]", cell));
        Assert.Equal((Answered(reporting).Count, Answered(reporting).Count), (safe, raw));
    }

    [Fact]
    public void A_bad_day_changes_nothing()
    {
        using var reporting = new ReportingModule(faults: SandboxFault.TooManyRequests | SandboxFault.TooManyRequestsRetryAfter);

        ScriptResult result = reporting.Module.Run($"Export-IntercomReportingData $folder/all.csv -Attribute conversation_id {ReportingModule.AllTime}");

        result.Succeeded();
        Assert.Equal(Answered(reporting).Select(c => c.Id), CsvFile.Read(reporting.Folder.PathOf("all.csv")).Rows.Select(row => row["conversation_id"]));
        Assert.NotEqual(0, reporting.Module.Server.Counters.TooManyRequests);
    }

    /// <summary>Before 2.16, conversations that the customer never replied in are not there.</summary>
    private static List<SandboxConversation> Answered(ReportingModule reporting) =>
        [.. reporting.Module.Server.Workspace.Conversations.Where(c => c.Statistics is not null)];
}
