using System;
using System.IO;
using System.Text;
using System.Text.Json;
using IntercomPS.Sandbox.Api;

namespace IntercomPS.Sandbox.Search;

/// <summary>A place in a list: base64 of a JSON array of sort value, id and page. Nothing is kept on the server.</summary>
internal sealed record Cursor(long Key, string Id, int Page)
{
    private const int MaximumLength = 512;

    public string Encode()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(Key);
            writer.WriteStringValue(Id);
            writer.WriteNumberValue(Page);
            writer.WriteEndArray();
        }

        return Convert.ToBase64String(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <exception cref="ApiException">The text is no cursor.</exception>
    public static Cursor Decode(string text)
    {
        if (text.Length > MaximumLength)
        {
            throw ApiException.InvalidCursor();
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(text)));
            JsonElement root = document.RootElement;
            bool valid = root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 3
                && root[1].ValueKind == JsonValueKind.String && root[0].ValueKind == JsonValueKind.Number && root[2].ValueKind == JsonValueKind.Number;
            if (valid && root[0].TryGetInt64(out long key) && root[2].TryGetInt32(out int page) && page > 0)
            {
                return new Cursor(key, root[1].GetString()!, page);
            }
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            throw ApiException.InvalidCursor();
        }

        throw ApiException.InvalidCursor();
    }
}
