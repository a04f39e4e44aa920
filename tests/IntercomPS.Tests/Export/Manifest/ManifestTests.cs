using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Export;
using IntercomPS.Export.Manifest;
using Xunit;

namespace IntercomPS.Tests.Export.Manifest;

public sealed class ManifestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_tells_of_each_file_what_can_be_checked()
    {
        ExportSummary summary = Export("out.csv", ExportFormat.Csv, ConversationSamples.WithParts(ConversationSamples.Part("1", "comment", "a\r\nb", "user")));

        JsonElement manifest = Manifest(summary);
        JsonElement[] files = [.. manifest.GetProperty("files").EnumerateArray()];
        Assert.Equal(["out.parts.csv", "out.csv"], files.Select(file => file.GetProperty("name").GetString()));
        Assert.Equal(["parts", "conversations"], files.Select(file => file.GetProperty("role").GetString()));
        Assert.All(files, file =>
        {
            byte[] content = File.ReadAllBytes(_folder.PathOf(file.GetProperty("name").GetString()!));
            Assert.Equal(content.Length, file.GetProperty("bytes").GetInt64());
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), file.GetProperty("sha256").GetString());
            Assert.Equal(1, file.GetProperty("rows").GetInt64());
        });
        Assert.Equal(["out.csv", "out.manifest.json", "out.parts.csv"], _folder.FileNames);
    }

    [Fact]
    public async Task It_tells_what_is_missing()
    {
        using var exporter = new ConversationExporter(Options("out.jsonl", ExportFormat.JsonLines));
        Conversation thread = ConversationSamples.WithParts(ConversationSamples.Part("1", "comment", "a", "user"));
        thread.TotalPartCount = 3;
        await exporter.AddAsync([thread], TestContext.Current.CancellationToken);
        exporter.Tally.Add(new SkippedConversation("55", SkippedConversation.NotFound));
        exporter.Tally.Counted = 12;
        exporter.Tally.NotReturned = 7;

        ExportSummary summary = exporter.Complete();

        JsonElement manifest = Manifest(summary);
        Assert.False(summary.IsComplete);
        Assert.False(manifest.GetProperty("complete").GetBoolean());
        Assert.Equal(
            [("parts_missing", 1), ("conversations_skipped", 1), ("conversations_not_returned", 7)],
            manifest.GetProperty("missing").EnumerateArray().Select(item => (item.GetProperty("reason").GetString(), item.GetProperty("conversations").GetInt32())));
        Assert.Equal(
            """{"id":"77","received":1,"total_count":3,"count_conversation_parts":null}""",
            JsonSerializer.Serialize(Assert.Single(manifest.GetProperty("incomplete_threads").EnumerateArray())));
        Assert.Equal(
            """{"id":"55","reason":"not_found"}""",
            JsonSerializer.Serialize(Assert.Single(manifest.GetProperty("skipped").EnumerateArray())));
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.JsonLines)]
    [InlineData(ExportFormat.Json)]
    public void Files_as_they_were_written_are_valid(ExportFormat format)
    {
        ExportSummary summary = Export("out.csv", format, [.. ConversationSamples.Many(3)]);

        ExportVerification result = ExportVerifier.Verify(ExportVerifier.FindManifest(summary.Path), CancellationToken.None);

        Assert.True(result.IsValid, string.Join(' ', result.Problem));
        Assert.True(result.IsComplete);
        Assert.Equal(summary.ManifestPath, result.Path);
    }

    [Fact]
    public void A_manifest_that_cannot_get_its_name_leaves_no_file()
    {
        File.WriteAllText(_folder.PathOf("out.manifest.json"), "theirs");

        var exists = Assert.Throws<ExportTargetException>(() => Export("out.csv", ExportFormat.Csv));

        Assert.Equal(_folder.PathOf("out.manifest.json"), exists.Path);
        Assert.Equal(["out.manifest.json"], _folder.FileNames);
    }

    private static JsonElement Manifest(ExportSummary summary) => JsonElement.Parse(File.ReadAllText(summary.ManifestPath!));

    private ExportSummary Export(string name, ExportFormat format, params Conversation[] conversations) =>
        ExportedFile.Write(Options(name, format), conversations);

    private ExportOptions Options(string name, ExportFormat format) =>
        new() { Path = _folder.PathOf(name), Format = format, IncludeParts = true, Manifest = true };
}
