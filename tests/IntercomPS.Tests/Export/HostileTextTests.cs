using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using IntercomPS.Export;
using Xunit;

namespace IntercomPS.Tests.Export;

public sealed class HostileTextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>A remark, what CSV makes of it and what JSON makes of it. Not attributes: those cannot hold half a surrogate pair.</summary>
    public static IEnumerable<(string Remark, string Csv, string Json)> Remarks { get; } =
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        ("@SUM(1)", "'@SUM(1)", "@SUM(1)"),
        ("-2+3", "'-2+3", "-2+3"),
        ("＝1+1", "'＝1+1", "＝1+1"),
        ("say \"hi\", twice", "say \"hi\", twice", "say \"hi\", twice"),
        ("line\r\nline\nline", "line\r\nline\nline", "line\r\nline\nline"),
        ("nul\0and\u001B[31m", "nuland[31m", "nul\0and\u001B[31m"),
        ("half \uD83D pair", "half \uFFFD pair", "half \uFFFD pair"),
        ("pair half \uDE00", "pair half \uFFFD", "pair half \uFFFD"),
        ("שלום \u202Eمرحبا", "שלום \u202Eمرحبا", "שלום \u202Eمرحبا"),
        ("👩‍👩‍👧 und ß", "👩‍👩‍👧 und ß", "👩‍👩‍👧 und ß"),
        (" \"; DROP", " \"; DROP", " \"; DROP"),
        ("</script><b>", "</script><b>", "</script><b>"),
        ("\u2028\u2029", "\u2028\u2029", "\u2028\u2029"),
    ];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Csv_cells_are_harmless_and_lose_nothing_else()
    {
        string path = Export(ExportFormat.Csv, Remarks.Select(text => ConversationSamples.WithBody(null, text.Remark)));

        Assert.Equal(Remarks.Select(text => text.Csv), ExportedFile.ReadCsv(path).Select(row => row["rating_remark"]));
    }

    [Theory]
    [InlineData(ExportFormat.Json)]
    [InlineData(ExportFormat.JsonLines)]
    public void Json_keeps_every_text_as_it_is(ExportFormat format)
    {
        string path = Export(format, Remarks.Select(text => ConversationSamples.WithBody(null, text.Remark)));

        Assert.Equal(Remarks.Select(text => text.Json), ExportedFile.Read(format, path).Select(row => row.GetProperty("rating_remark").GetString()));
        Assert.DoesNotContain(File.ReadAllBytes(path), value => value < 0x20 && value != '\n');
    }

    [Fact]
    public void The_file_is_valid_utf8_whatever_the_text()
    {
        foreach (ExportFormat format in Enum.GetValues<ExportFormat>())
        {
            string path = Export(format, Remarks.Select(text => ConversationSamples.WithBody(text.Remark, text.Remark, [text.Remark])));
            var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

            Assert.NotEmpty(strict.GetString(File.ReadAllBytes(path)));
        }
    }

    [Fact]
    public void A_formula_in_the_first_tag_is_neutralised_too()
    {
        string path = Export(ExportFormat.Csv, [ConversationSamples.WithBody(null, null, ["=1+1", "b"])]);

        Assert.Equal("'=1+1;b", ExportedFile.ReadCsv(path).Single()["tags"]);
    }

    [Fact]
    public void A_negative_number_of_our_own_stays_a_number()
    {
        var conversation = ConversationSamples.WithState("closed", new ConversationStatistics { TimeToLastClose = TimeSpan.FromSeconds(-5) });
        string path = Export(ExportFormat.Csv, [conversation]);

        Assert.Equal("-5", ExportedFile.ReadCsv(path).Single()["time_to_resolution_seconds"]);
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void An_attribute_that_JSON_has_no_number_for_ends_no_export(double number)
    {
        string path = _folder.PathOf("attributes.json");
        var conversation = new Conversation { Id = "1", CustomAttributes = new Dictionary<string, object?> { ["Size"] = number } };

        ExportedFile.Write(new ExportOptions { Path = path, Format = ExportFormat.Json, Columns = ColumnChoice.Choose(["CustomAttributes"]) }, conversation);

        Assert.Equal(JsonValueKind.String, ExportedFile.ReadJson(path).Single().GetProperty("custom_attributes").GetProperty("Size").ValueKind);
    }

    [Fact]
    public void A_body_of_five_megabytes_comes_through_in_every_format()
    {
        string words = string.Concat(Enumerable.Repeat("word, \"quoted\" 😀 ", 300_000)).Trim();
        foreach (ExportFormat format in Enum.GetValues<ExportFormat>())
        {
            string path = Export(format, [ConversationSamples.WithBody($"<p>{words}</p>"), ConversationSamples.WithBody("small")]);

            List<string?> bodies = format == ExportFormat.Csv
                ? ExportedFile.ReadCsv(path).Select(row => (string?)row["first_message_body"]).ToList()
                : ExportedFile.Read(format, path).Select(row => row.GetProperty("first_message_body").GetString()).ToList();
            Assert.Equal([words, "small"], bodies);
        }
    }

    private string Export(ExportFormat format, IEnumerable<Conversation> conversations)
    {
        string path = _folder.PathOf($"hostile.{format}");
        ExportedFile.Write(new ExportOptions { Path = path, Format = format, Force = true }, conversations.ToArray());
        return path;
    }
}
