using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using IntercomPS.Sandbox;
using IntercomPS.Text;
using Xunit;

namespace IntercomPS.Tests.Text;

public sealed class SimpleHtmlTests
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<br>", "<br/>", "<br />", "<b>", "</b>", "<em>", "</em>", "<ul>", "</ul>", "<li>", "</li>", "<h2>", "</h2>", "<div>", "</div>",
        "<a href=\"https://example.com\">", "</a>", "<script>", "</script>", "<p class=x>", "<", ">", "</", "<!-- c -->", "<P>", "<pre>", "</pre>", "<br/ >",
        "&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&nbsp;", "&eacute;", "&amp", "&#x41;", "&", ";", " ", "  ", "\n", "\r\n", "\t", "\0", "\u001B", "\u00A0",
        "word", "two words", "\u00E9", "\U0001F600", "\u65E5\u672C", "1 < 2", "</p", "<p", "<>",
    ];

    [Fact]
    public void What_it_takes_it_reads_as_AngleSharp_does()
    {
        var random = new Random(1);
        int taken = 0;
        for (int round = 0; round < 20_000; round++)
        {
            var html = new StringBuilder("<p>");
            for (int piece = random.Next(12); piece >= 0; piece--)
            {
                html.Append(Pieces[random.Next(Pieces.Length)]);
            }

            taken += AssertSame(html.ToString());
        }

        Assert.InRange(taken, 1_000, 19_000);
    }

    [Fact]
    public void It_takes_most_bodies_of_a_workspace_and_reads_them_as_AngleSharp_does()
    {
        using SandboxServer sandbox = SandboxServer.Start(new SandboxOptions { Conversations = 2_000 });
        List<string> bodies = sandbox.Workspace.Conversations
            .Select(conversation => conversation.Source.Body)
            .OfType<string>()
            .Where(body => body.Contains('<'))
            .ToList();

        Assert.InRange(bodies.Sum(AssertSame), bodies.Count / 2, bodies.Count);
    }

    [Theory]
    [InlineData("<p>Hello<br>there</p><p>bye &amp; thanks</p>", "Hello\nthere\nbye & thanks")]
    [InlineData("<ul><li>one</li><li>two</li></ul>", "one\ntwo")]
    [InlineData("<p>a&nbsp;b</p>", "a b")]
    public void Simple_bodies_are_taken(string html, string text) => Assert.Equal(text, SimpleHtml.TryRead(html));

    [Theory]
    [InlineData("<p><a href=\"https://example.com\"></a></p>")]
    [InlineData("<p style=\"x\">a</p>")]
    [InlineData("<p>a<script>b</script></p>")]
    [InlineData("<p>&eacute;</p>")]
    [InlineData("<p>a</p")]
    [InlineData("<p>a\0b</p>")]
    public void Others_are_left_to_AngleSharp(string html) => Assert.Null(SimpleHtml.TryRead(html));

    private static int AssertSame(string html)
    {
        string? simple = SimpleHtml.TryRead(html);
        if (simple is null)
        {
            return 0;
        }

        Assert.Equal(new HtmlTextReader(preformatted: false).Read(html), simple);
        return 1;
    }
}
