using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntercomPS.Sandbox.Data;

/// <summary>A text that many conversations share, with its forms made once.</summary>
internal sealed class SandboxText
{
    private string? _plain;
    private object? _plainJson;

    public SandboxText(string html)
    {
        Html = html;
        HtmlJson = JsonEncodedText.Encode(html, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    }

    public string Html { get; }

    public JsonEncodedText HtmlJson { get; }

    public string Plain => _plain ??= PlainText.FromHtml(Html);

    public JsonEncodedText PlainJson
        => (JsonEncodedText)(_plainJson ??= JsonEncodedText.Encode(Plain, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));

    public JsonEncodedText Json(bool plaintext) => plaintext ? PlainJson : HtmlJson;
}
