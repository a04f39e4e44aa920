using System;
using System.IO;
using System.Text;
using System.Threading;
using IntercomPS.Export;
using IntercomPS.Export.Manifest;
using Xunit;

namespace IntercomPS.Tests.Export.Manifest;

/// <summary>Nothing that a manifest says leads out of its folder, and none is read that makes no sense.</summary>
public sealed class HostileManifestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _manifest;

    public HostileManifestTests()
    {
        _manifest = ExportedFile.Write(
            new ExportOptions { Path = _folder.PathOf("a.csv"), Format = ExportFormat.Csv, Manifest = true }, ConversationSamples.Bare("1")).ManifestPath!;
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"name\": \"a.csv\"", "\"name\": \"../a.csv\"")]
    [InlineData("\"name\": \"a.csv\"", "\"name\": \"..\"")]
    [InlineData("\"name\": \"a.csv\"", "\"name\": \"\"")]
    [InlineData("\"name\": \"a.csv\"", "\"name\": \"/etc/passwd\"")]
    [InlineData("\"name\": \"a.csv\"", "\"name\": \"..\\\\a.csv\"")]
    [InlineData("\"name\": \"a.csv\"", "\"name\": \"C:a.csv\"")]
    [InlineData("\"name\": \"a.csv\"", "\"name\": \"a.csv\\u0000\"")]
    [InlineData("\"name\": \"a.csv\"", "\"name\": 7")]
    [InlineData("\"rows\": 1,", "\"rows\": -1,")]
    [InlineData("\"rows\": 1,", "\"rows\": \"1\",")]
    [InlineData("\"format\": \"csv\"", "\"format\": \"xlsx\"")]
    [InlineData("\"sha256\": \"", "\"sha256\": \"x")]
    [InlineData("\"version\": 1", "\"version\": 2")]
    [InlineData("IntercomPS.ExportManifest", "Another")]
    [InlineData("\"files\": [", "\"files\": 3, \"x\": [")]
    [InlineData("\"complete\": true", "\"complete\": 1")]
    [InlineData("{", "[")]
    public void What_none_would_say_is_refused(string what, string instead)
    {
        string text = File.ReadAllText(_manifest);
        Assert.Contains(what, text, StringComparison.Ordinal);
        int at = text.IndexOf(what, StringComparison.Ordinal);
        File.WriteAllText(_manifest, text.Remove(at, what.Length).Insert(at, instead));

        AssertUnreadable();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("\"IntercomPS.ExportManifest\"")]
    [InlineData("{\"format\":")]
    [InlineData("<html></html>")]
    public void What_is_none_is_refused(string content)
    {
        File.WriteAllText(_manifest, content);

        AssertUnreadable();
    }

    [Fact]
    public void The_same_file_twice_is_refused()
    {
        string text = File.ReadAllText(_manifest);
        int start = text.IndexOf('{', text.IndexOf("\"files\"", StringComparison.Ordinal));
        string file = text[start..(text.IndexOf('}', start) + 1)];
        File.WriteAllText(_manifest, text.Insert(start, file + ","));

        AssertUnreadable();
    }

    [Fact]
    public void One_too_large_to_be_any_is_not_read()
    {
        using (FileStream stream = File.OpenWrite(_manifest))
        {
            stream.SetLength(ManifestReader.LargestSize + 1);
        }

        AssertUnreadable();
    }

    [Theory]
    [InlineData("conversation_id", "conversation_iD", "its bytes are others: the SHA-256 hash differs")]
    [InlineData("conversation_id", "conversation", "it has")]
    public void A_file_that_was_changed_is_told(string what, string instead, string problem)
    {
        string path = _folder.PathOf("a.csv");
        File.WriteAllText(path, Encoding.Latin1.GetString(File.ReadAllBytes(path)).Replace(what, instead, StringComparison.Ordinal), Encoding.Latin1);

        AssertProblem(problem);
    }

    [Fact]
    public void A_file_that_is_gone_is_told()
    {
        File.Delete(_folder.PathOf("a.csv"));

        AssertProblem("it is missing");
    }

    [Fact]
    public void A_number_of_rows_that_is_wrong_is_told()
    {
        File.WriteAllText(_manifest, File.ReadAllText(_manifest).Replace("\"rows\": 1,", "\"rows\": 2,", StringComparison.Ordinal));

        AssertProblem("it has 1 rows instead of 2");
    }

    private void AssertProblem(string problem)
    {
        ExportVerification result = ExportVerifier.Verify(_manifest, CancellationToken.None);
        Assert.False(result.IsValid);
        Assert.StartsWith("a.csv: " + problem, Assert.Single(result.Problem), StringComparison.Ordinal);
    }

    private void AssertUnreadable()
    {
        var error = Assert.Throws<ManifestException>(() => ExportVerifier.Verify(_manifest, CancellationToken.None));
        Assert.Equal((ManifestProblem.Unreadable, _manifest), (error.Problem, error.Path));
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
    }
}
