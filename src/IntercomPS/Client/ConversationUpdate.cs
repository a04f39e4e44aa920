using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using IntercomPS.Models.Json;

namespace IntercomPS.Client;

/// <summary>What to change of a conversation's own fields; null leaves a field as it is.</summary>
/// <remarks>Source: schema update_conversation_request, API 2.15.</remarks>
internal sealed record ConversationUpdate
{
    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>Whether it is read.</summary>
    public bool? Read { get; init; }

    /// <summary>The workspace's own attributes by name; a value of null clears one.</summary>
    public IReadOnlyDictionary<string, object?> CustomAttributes { get; init; } = Conversation.NoAttributes;

    /// <summary>Whether there is nothing to change.</summary>
    public bool IsEmpty => Title is null && Read is null && CustomAttributes.Count == 0;

    /// <summary>Writes the request's body.</summary>
    /// <returns>UTF-8 JSON.</returns>
    public byte[] ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            if (Title is not null)
            {
                writer.WriteString("title"u8, Title);
            }

            if (Read is { } read)
            {
                writer.WriteBoolean("read"u8, read);
            }

            if (CustomAttributes.Count > 0)
            {
                writer.WritePropertyName("custom_attributes"u8);
                PlainJson.Write(writer, CustomAttributes.ToDictionary(attribute => attribute.Key, attribute => attribute.Value));
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
