using System;
using System.Runtime.CompilerServices;
using System.Text.Json;
using IntercomPS.Models.Json;

namespace IntercomPS.Client;

/// <summary>Finds the next page's cursor in an answer that is still arriving.</summary>
/// <remarks>
/// Reads on from where it stopped whenever more has come, whatever stands first in the answer: Intercom
/// writes "pages" before the conversations, but promises no order. "pages.next" has been seen as null,
/// missing, an object with starting_after, and the address of the next page (contract of the API).
/// </remarks>
internal sealed class CursorScanner
{
    private JsonReaderState _state;
    private int _consumed;
    private bool _inPages;
    private bool _inNext;
    private bool _expectsCursor;

    /// <summary>Whether the cursor, or that there is none, is known.</summary>
    public bool IsDone { get; private set; }

    /// <summary>The cursor; null while not known, and where there is no next page.</summary>
    public PageCursor? Cursor { get; private set; }

    /// <summary>Reads on.</summary>
    /// <param name="answer">Everything of the answer that has come so far.</param>
    /// <exception cref="JsonException">The answer is no JSON.</exception>
    [MethodImpl(HotPath.Optimized)]
    public void Advance(ReadOnlySpan<byte> answer)
    {
        var reader = new Utf8JsonReader(answer.Slice(_consumed), isFinalBlock: false, _state);
        while (!IsDone && reader.Read())
        {
            Take(ref reader);
        }

        _consumed += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    [MethodImpl(HotPath.Optimized)]
    private void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName when reader.CurrentDepth == 1:
                _inPages = reader.ValueTextEquals("pages"u8);
                break;
            case JsonTokenType.PropertyName when _inPages && reader.CurrentDepth == 2:
                _inNext = reader.ValueTextEquals("next"u8);
                break;
            case JsonTokenType.PropertyName when _inNext && reader.CurrentDepth == 3:
                _expectsCursor = reader.ValueTextEquals("starting_after"u8);
                break;
            case JsonTokenType.String when _inPages && _inNext && (_expectsCursor || reader.CurrentDepth == 2):
                Cursor = FromText(LenientText.Read(ref reader));
                _expectsCursor = false;
                break;
            case JsonTokenType.Null when _inPages && reader.CurrentDepth == 1:
            case JsonTokenType.EndObject when _inPages && reader.CurrentDepth == 1:
            case JsonTokenType.EndObject when reader.CurrentDepth == 0:
                IsDone = true;
                break;
            default:
                _expectsCursor = false;
                break;
        }
    }

    private static PageCursor? FromText(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address) || !address.Scheme.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            return text.Length > 0 ? new PageCursor(text) : null;
        }

        const string Name = "starting_after=";
        foreach (string pair in address.Query.TrimStart('?').Split('&'))
        {
            if (pair.StartsWith(Name, StringComparison.Ordinal))
            {
                return new PageCursor(Uri.UnescapeDataString(pair.Substring(Name.Length)));
            }
        }

        return null;
    }
}
