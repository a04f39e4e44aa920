using System;
using System.Diagnostics;
using System.Linq;
using IntercomPS.Text;
using Xunit;

namespace IntercomPS.Tests.Text;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("  around  ", "around")]
    [InlineData("line one\nline two", "line one\nline two")]
    [InlineData("a\r\n\r\n\r\n\r\nb", "a\n\nb")]
    [InlineData("a\rb", "a\nb")]
    [InlineData("trailing   \nnext", "trailing\nnext")]
    [InlineData("<p>One</p>", "One")]
    [InlineData("<p>One</p><p>Two</p>", "One\nTwo")]
    [InlineData("<p>One</p>\n\n<p>Two</p>\n", "One\nTwo")]
    [InlineData("<p>One</p><p></p><p>Two</p>", "One\nTwo")]
    [InlineData("<p>One</p><p><br></p><p>Two</p>", "One\n\nTwo")]
    [InlineData("<p>One</p><p>&nbsp;</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("one<br>two<br/>three", "one\ntwo\nthree")]
    [InlineData("one<br></p><p>two", "one\ntwo")]
    [InlineData("a<br><br><br><br><br>b", "a\n\nb")]
    [InlineData("<div><div><p>deep</p></div></div><div>next</div>", "deep\nnext")]
    [InlineData("a &amp; b &lt;c&gt; &quot;d&quot; &#39;e&#39; &#x1F600; &euro;", "a & b <c> \"d\" 'e' \U0001F600 €")]
    [InlineData("&copy 2026 &notanentity; AT&T", "© 2026 ¬anentity; AT&T")]
    [InlineData("tag-less &amp; two\nlines", "tag-less & two\nlines")]
    [InlineData("1 < 2\nand 3 > 2", "1 < 2\nand 3 > 2")]
    [InlineData("a&nbsp;b", "a b")]
    [InlineData("<p>a\u00A0\u00A0b</p>", "a  b")]
    [InlineData("<p>much \n\t  white   space</p>", "much white space")]
    [InlineData("<b>bold</b> and <i>italic</i>.", "bold and italic.")]
    [InlineData("in<b>side</b>word", "insideword")]
    [InlineData("see <a href=\"https://a.example/?x=1&amp;y=2\">the page</a>.", "see the page.")]
    [InlineData("see <a href=\"https://a.example/?x=1&amp;y=2\"></a>.", "see https://a.example/?x=1&y=2.")]
    [InlineData("<a href=\"https://a.example/\"><img src=x></a>", "https://a.example/")]
    [InlineData("<a href=\"javascript:alert(1)\"></a>x", "x")]
    [InlineData("<a href=\"https://a.example/\">", "https://a.example/")]
    [InlineData("<a href=https://a.example/>one<a href=https://b.example/></a>", "onehttps://b.example/")]
    [InlineData("<p>look: <img src=\"x.png\" alt=\"a &amp; b\"> done<img src=y></p>", "look: a & b done")]
    [InlineData("<ul><li>one</li><li>two<ul><li>inner</li></ul></li></ul>end", "one\ntwo\ninner\nend")]
    [InlineData("<table><tr><td>a</td> <td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a\tb\nc\td")]
    [InlineData("before<script>if (a < b) { alert('</p>') }</script>after", "beforeafter")]
    [InlineData("before<style>p { color: red }</style>after", "beforeafter")]
    [InlineData("<title>t</title><template><p>hidden</p></template>shown", "shown")]
    [InlineData("a<!-- <p>comment</p> -->b", "ab")]
    [InlineData("<pre>\n  two\n    four</pre>after", "two\n    four\nafter")]
    [InlineData("<h1>Head</h1>text<hr>more", "Head\ntext\nmore")]
    [InlineData("<blockquote>quoted</blockquote>answer", "quoted\nanswer")]
    [InlineData("<P>UPPER</P><DIV CLASS='x'>case</DIV>", "UPPER\ncase")]
    [InlineData("<p>unclosed <b>bold<p>next", "unclosed bold\nnext")]
    [InlineData("<custom-element>kept</custom-element>", "kept")]
    [InlineData("<p>\u202Bשלום עולם\u202C مرحبا 👩‍👩‍👧</p>", "\u202Bשלום עולם\u202C مرحبا 👩‍👩‍👧")]
    [InlineData("<p>a\u0000b\u001B[31mred\u0007\u009B</p>", "ab[31mred")]
    [InlineData("a\u0000b\u001B[31mred\u007F", "ab[31mred")]
    [InlineData("<p>&#27;[2J&#155;x</p>", "[2J›x")]
    [InlineData("<![CDATA[data]]>after", "after")]
    [InlineData("<textarea>a <b>raw</b></textarea>", "a <b>raw</b>")]
    [InlineData("<svg><text>drawn</text></svg>", "drawn")]
    [InlineData("<p", "")]
    [InlineData("<p>x</p", "x")]
    [InlineData("<p>tail <", "tail <")]
    public void Html_becomes_the_text_that_a_browser_would_show(string? html, string expected) =>
        Assert.Equal(expected, PlainText.FromHtml(html));

    [Fact]
    public void Clean_plain_text_comes_back_as_the_same_instance()
    {
        string text = new('x', 100);
        Assert.Same(text, PlainText.FromHtml(text));
    }

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<b><i>", 100_000)]
    [InlineData("<template>", 100_000)]
    [InlineData("<a href=https://a.example/>", 100_000)]
    [InlineData("<script>", 500_000)]
    [InlineData("<!--", 500_000)]
    [InlineData("<p>&nbsp;", 500_000)]
    [InlineData("<pre>\n \n", 500_000)]
    [InlineData("<br> ", 1_000_000)]
    [InlineData("<", 5_000_000)]
    [InlineData("&", 5_000_000)]
    [InlineData("< \n", 1_000_000)]
    [InlineData("<p>A line of a long mail &amp; more.</p>\n", 125_000)]
    public void Hostile_size_and_depth_take_neither_the_stack_nor_minutes(string unit, int count)
    {
        string html = string.Concat(Enumerable.Repeat(unit, count));
        var watch = Stopwatch.StartNew();

        string text = PlainText.FromHtml(html + "</script>--></template>end");

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
        Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_of_five_megabytes_keeps_every_word()
    {
        string html = string.Concat(Enumerable.Range(0, 250_000).Select(number => $"<p>word {number}</p>"));

        string[] lines = PlainText.FromHtml(html).Split('\n');

        Assert.Equal(250_000, lines.Length);
        Assert.Equal("word 249999", lines[^1]);
    }
}
