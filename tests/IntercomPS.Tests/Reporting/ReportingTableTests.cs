using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using IntercomPS.Reporting;
using Xunit;

namespace IntercomPS.Tests.Reporting;

public sealed class ReportingTableTests
{
    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("-1+cmd", "'-1+cmd")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("-", "'-")]
    [InlineData("-.", "'-.")]
    [InlineData("--5", "'--5")]
    [InlineData("-5", "-5")]
    [InlineData("-0.25", "-0.25")]
    [InlineData("3.5", "3.5")]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    public void A_cell_is_safe_in_a_spreadsheet_and_a_number_stays_one(string cell, string expected)
    {
        (string text, long rows) = Copy($"id,cell\n1,{cell}\n");

        Assert.Equal($"\uFEFFid,cell\r\n1,{expected}\r\n", text);
        Assert.Equal(1, rows);
    }

    [Fact]
    public void A_title_is_safe_too() => Assert.StartsWith("\uFEFF'=evil,b\r\n", Copy("=evil,b\n").Text);

    [Fact]
    public void Rows_are_counted_as_rows_not_as_lines()
    {
        (string text, long rows) = Copy("id,text\n1,\"a\n\"\"b\"\"\r\nc\"\n2,x\n");

        Assert.Equal(2, rows);
        Assert.Equal("\uFEFFid,text\r\n1,\"a\n\"\"b\"\"\r\nc\"\r\n2,x\r\n", text);
    }

    [Fact]
    public void A_quote_within_a_text_and_rows_of_other_lengths_are_taken()
    {
        Assert.Equal("\uFEFFa,b\r\n\"x\"\"y\",1\r\n1\r\n1,2,3\r\n", Copy("a,b\nx\"y,1\n1\n1,2,3\n").Text);
    }

    [Fact]
    public void A_mark_at_the_start_and_a_missing_last_line_end_change_nothing() =>
        Assert.Equal(("\uFEFFa,b\r\n1,2\r\n", 1), Copy("\uFEFFa,b\r\n1,2"));

    [Fact]
    public void A_separator_is_never_guessed() => Assert.Equal("\uFEFFa;b\r\n1;2\r\n", Copy("a;b\n1;2\n").Text);

    [Fact]
    public void Tables_with_the_same_header_are_joined() =>
        Assert.Equal(("\uFEFFa,b\r\n1,2\r\n3,4\r\n", 2), Copy("a,b\n1,2\n", "a,b\n3,4\n"));

    [Fact]
    public void Tables_with_different_headers_are_refused() => Assert.Throws<InvalidDataException>(() => Copy("a,b\n1,2\n", "a,c\n3,4\n"));

    [Fact]
    public void A_table_that_ends_within_a_text_is_refused()
    {
        Assert.Throws<InvalidDataException>(() => Copy("a,b\n1,\"cut sho"));
        Assert.Throws<InvalidDataException>(() => Copy(["a,b\n1,\"cut sho"], asIs: true));
    }

    [Theory]
    [InlineData("id,cell\n1,=1+1\n2,\"x\ny\"\n", 2)]
    [InlineData("\uFEFFid;cell\r\n", 0)]
    [InlineData("", 0)]
    [InlineData("only,header", 0)]
    public void As_it_is_means_every_byte(string table, long expected)
    {
        (string text, long rows) = Copy([table], asIs: true);

        Assert.Equal(table, text);
        Assert.Equal(expected, rows);
    }

    [Fact]
    public void As_it_is_works_for_large_tables_too()
    {
        string table = "id,text\n" + string.Concat(Enumerable.Range(0, 50_000).Select(number => $"{number},\"=a\n{number}\"\n"));

        Assert.Equal((table, 50_000), Copy([table], asIs: true));
    }

    [Fact]
    public void Several_tables_cannot_be_joined_as_they_are() => Assert.Throws<InvalidDataException>(() => Copy(["a\n1\n", "a\n2\n"], asIs: true));

    [Fact]
    public void A_row_without_an_end_does_not_take_all_memory()
    {
        using var table = new ReportingTable(Stream.Null, asIs: false, _ => { });

        Assert.Throws<InvalidDataException>(() => table.Append(new EndlessText(), CancellationToken.None));
    }

    [Fact]
    public void Copying_stops_when_it_shall()
    {
        using var stop = new CancellationTokenSource();
        using var table = new ReportingTable(Stream.Null, asIs: false, _ => stop.Cancel());
        byte[] rows = Encoding.ASCII.GetBytes("a\n" + string.Concat(Enumerable.Repeat("1\n", 5000)));

        Assert.Throws<OperationCanceledException>(() => table.Append(new MemoryStream(rows), stop.Token));
        Assert.InRange(table.Rows, 1, 1500);
    }

    private static (string Text, long Rows) Copy(params string[] tables) => Copy(tables, asIs: false);

    private static (string Text, long Rows) Copy(string[] tables, bool asIs)
    {
        using var target = new MemoryStream();
        long rows;
        using (var table = new ReportingTable(target, asIs, _ => { }))
        {
            foreach (string text in tables)
            {
                table.Append(new MemoryStream(Archives.Bytes(text)), CancellationToken.None);
            }

            rows = table.Rows;
        }

        return (Encoding.UTF8.GetString(target.ToArray()), rows);
    }

    /// <summary>A text that begins with a quote and never ends.</summary>
    private sealed class EndlessText : ForwardStream
    {
        private bool _begun;

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)'a', offset, count);
            buffer[offset] = _begun ? buffer[offset] : (byte)'"';
            _begun = true;
            return count;
        }
    }
}
