using System;
using System.Text.Json;

namespace IntercomPS.Client;

/// <summary>What Intercom's error envelope says; each part is null where the answer lacks it.</summary>
/// <param name="Code">The first error's code, such as token_unauthorized.</param>
/// <param name="Message">The first error's message.</param>
/// <param name="Field">The field of the request that is wrong.</param>
/// <param name="RequestId">Intercom's id of the request, for its support.</param>
internal sealed record ApiError(string? Code, string? Message, string? Field, string? RequestId)
{
    public static ApiError None { get; } = new(null, null, null, null);

    /// <summary>Reads an error answer's body, which can also be HTML or empty.</summary>
    /// <param name="body">The body's bytes.</param>
    /// <returns>What could be read; <see cref="None"/> where nothing could.</returns>
    public static ApiError Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return None;
            }

            JsonElement first = default;
            if (root.TryGetProperty("errors", out JsonElement errors)
                && errors.ValueKind == JsonValueKind.Array
                && errors.GetArrayLength() > 0)
            {
                first = errors[0];
            }

            return new ApiError(Text(first, "code"), Text(first, "message"), Text(first, "field"), Text(root, "request_id"));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A gateway answers 5xx with HTML, or with nothing; an echoed text can be cut within a character.
            return None;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
