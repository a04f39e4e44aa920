using System;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IntercomPS.Models.Json;

/// <summary>Reads threads: the parts that follow a first message.</summary>
internal static class ThreadReader
{
    /// <summary>Reads a thread into its conversation.</summary>
    /// <returns>How many parts the answer says there are; null where it does not.</returns>
    [MethodImpl(HotPath.Optimized)]
    public static long? ReadThread(ref Utf8JsonReader reader, Conversation conversation)
    {
        long? total = null;
        if (reader.IsObject())
        {
            conversation.HasParts = true;
            while (reader.ReadProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("total_count"u8))
                {
                    total = reader.ReadWhole();
                }
                else if (name.SequenceEqual("conversation_parts"u8))
                {
                    conversation.Parts = reader.ReadList(ReadPart);
                }
                else
                {
                    reader.Skip();
                }
            }
        }

        return total;
    }

    [MethodImpl(HotPath.Optimized)]
    private static ConversationPart ReadPart(ref Utf8JsonReader reader)
    {
        var part = new ConversationPart();
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("id"u8))
            {
                part.Id = reader.ReadText() ?? string.Empty;
            }
            else if (name.SequenceEqual("part_type"u8))
            {
                part.PartType = reader.ReadText();
            }
            else if (name.SequenceEqual("body"u8))
            {
                part.Body = reader.ReadText();
            }
            else if (name.SequenceEqual("created_at"u8))
            {
                part.CreatedAt = reader.ReadTime();
            }
            else if (name.SequenceEqual("updated_at"u8))
            {
                part.UpdatedAt = reader.ReadTime();
            }
            else if (name.SequenceEqual("notified_at"u8))
            {
                part.NotifiedAt = reader.ReadTime();
            }
            else if (name.SequenceEqual("assigned_to"u8))
            {
                part.AssignedTo = PeopleReader.ReadOptionalReference(ref reader);
            }
            else if (name.SequenceEqual("author"u8))
            {
                part.Author = PeopleReader.ReadAuthor(ref reader);
            }
            else if (name.SequenceEqual("attachments"u8))
            {
                part.Attachments = reader.ReadList(MessageReader.ReadAttachment);
            }
            else if (name.SequenceEqual("external_id"u8))
            {
                part.ExternalId = reader.ReadText();
            }
            else if (name.SequenceEqual("redacted"u8))
            {
                part.Redacted = reader.ReadFlag();
            }
            else if (name.SequenceEqual("state"u8))
            {
                part.State = reader.ReadText();
            }
            else if (name.SequenceEqual("tags"u8))
            {
                part.Tags = TagReader.ReadNames(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return part;
    }
}
