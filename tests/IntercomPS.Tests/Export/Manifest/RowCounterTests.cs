using System;
using System.IO;
using System.Linq;
using System.Text;
using IntercomPS.Export.Manifest;
using Xunit;

namespace IntercomPS.Tests.Export.Manifest;

public sealed class RowCounterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ExportFormat.Csv, "", 0)]
    [InlineData(ExportFormat.Csv, "a,b\r\n", 0)]
    [InlineData(ExportFormat.Csv, "\uFEFFa,b\r\n1,2\r\n", 1)]
    [InlineData(ExportFormat.Csv, "a\r\n\"1\r\n2\"\r\n\"3 \"\"\n\"\" 4\"\r\n", 2)]
    [InlineData(ExportFormat.Csv, "a\r\n1\r\n2", 2)]
    [InlineData(ExportFormat.JsonLines, "", 0)]
    [InlineData(ExportFormat.JsonLines, "{}\n{\"a\":\"\\n\"}\n", 2)]
    [InlineData(ExportFormat.JsonLines, "{}\n{", 2)]
    [InlineData(ExportFormat.Json, "[]\n", 0)]
    [InlineData(ExportFormat.Json, "[\n{\"a\":[{},{}]},\n{\"b\":\"]}\\\"{\\\\\"}\n]\n", 2)]
    public void Rows_are_counted_as_their_format_has_them(ExportFormat format, string content, long rows)
    {
        var whole = new RowCounter(format);
        whole.Add(Encoding.UTF8.GetBytes(content));
        var piecemeal = new RowCounter(format);
        foreach (byte value in Encoding.UTF8.GetBytes(content))
        {
            piecemeal.Add([value]);
        }

        Assert.Equal((rows, rows), (whole.Rows, piecemeal.Rows));
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.JsonLines)]
    [InlineData(ExportFormat.Json)]
    public void Whatever_the_texts_an_exports_rows_are_found_again(ExportFormat format)
    {
        string path = _folder.PathOf("out");
        string[] bodies = ["a\r\nb", "\"", "\"\"", "a\"\r\n\"b", "}]{[\\", "\\\"", ",", "", "\u2028\n\n", "\uFEFF"];
        ExportedFile.Write(
            new IntercomPS.Export.ExportOptions { Path = path, Format = format }, [.. bodies.Select(body => ConversationSamples.WithBody(body, remark: body, tags: [body]))]);

        var counter = new RowCounter(format);
        counter.Add(File.ReadAllBytes(path));

        Assert.Equal(bodies.Length, counter.Rows);
    }
}
