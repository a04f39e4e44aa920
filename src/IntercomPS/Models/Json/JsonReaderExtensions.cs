using System.Text.Json;

namespace IntercomPS.Models.Json;

/// <summary>What the converters do alike with a value that they do not take.</summary>
internal static class JsonReaderExtensions
{
    /// <summary>Passes over the value that the reader is at.</summary>
    /// <remarks>
    /// Utf8JsonReader.Skip throws while the rest of the answer is still to come, on a mere null too, so that
    /// only answers of more than one buffer (16 KB) fail. TrySkip does not, and never falls short here: the
    /// serializer hands a converter its value whole.
    /// Source: the documentation of Utf8JsonReader.Skip, and of custom converters for System.Text.Json.
    /// </remarks>
    /// <param name="reader">The reader, at a value.</param>
    public static void SkipValue(this ref Utf8JsonReader reader) => _ = reader.TrySkip();
}
