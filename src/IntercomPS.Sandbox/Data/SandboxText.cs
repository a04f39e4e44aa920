using System;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntercomPS.Sandbox.Data;

/// <summary>A text that many conversations share, with its forms made once, when they are first asked for.</summary>
internal sealed class SandboxText
{
    private readonly Lazy<string> _plain;
    private readonly Lazy<JsonEncodedText> _htmlJson;
    private readonly Lazy<JsonEncodedText> _plainJson;

    public SandboxText(string html)
    {
        Html = html;
        _plain = new Lazy<string>(() => PlainText.FromHtml(html));
        _htmlJson = new Lazy<JsonEncodedText>(() => Encode(html));
        _plainJson = new Lazy<JsonEncodedText>(() => Encode(Plain));
    }

    public string Html { get; }

    public string Plain => _plain.Value;

    /// <summary>The text as JSON wants it.</summary>
    /// <param name="plaintext">Whether without HTML.</param>
    public JsonEncodedText Json(bool plaintext) => plaintext ? _plainJson.Value : _htmlJson.Value;

    private static JsonEncodedText Encode(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
}
