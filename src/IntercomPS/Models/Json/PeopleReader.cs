using System;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IntercomPS.Models.Json;

/// <summary>Reads authors and references.</summary>
internal static class PeopleReader
{
    [MethodImpl(HotPath.Optimized)]
    public static Author? ReadAuthor(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
        {
            return null;
        }

        var author = new Author();
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("type"u8))
            {
                author.Type = reader.ReadText();
            }
            else if (name.SequenceEqual("id"u8))
            {
                author.Id = reader.ReadText();
            }
            else if (name.SequenceEqual("name"u8))
            {
                author.Name = reader.ReadText();
            }
            else if (name.SequenceEqual("email"u8))
            {
                author.Email = reader.ReadText();
            }
            else if (name.SequenceEqual("from_ai_agent"u8))
            {
                author.FromAiAgent = reader.ReadFlag();
            }
            else
            {
                reader.Skip();
            }
        }

        return author;
    }

    public static Reference? ReadOptionalReference(ref Utf8JsonReader reader) =>
        reader.IsObject() ? ReadReference(ref reader) : null;

    [MethodImpl(HotPath.Optimized)]
    public static Reference ReadReference(ref Utf8JsonReader reader)
    {
        var reference = new Reference();
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("type"u8))
            {
                reference.Type = reader.ReadText();
            }
            else if (name.SequenceEqual("id"u8))
            {
                reference.Id = reader.ReadText();
            }
            else if (name.SequenceEqual("external_id"u8))
            {
                reference.ExternalId = reader.ReadText();
            }
            else
            {
                reader.Skip();
            }
        }

        return reference;
    }
}
