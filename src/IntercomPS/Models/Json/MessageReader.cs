using System;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IntercomPS.Models.Json;

/// <summary>Reads what was written: first messages, parts and their attachments.</summary>
internal static class MessageReader
{
    [MethodImpl(HotPath.Optimized)]
    public static ConversationSource? ReadSource(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
        {
            return null;
        }

        var source = new ConversationSource();
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("type"u8))
            {
                source.Type = reader.ReadText();
            }
            else if (name.SequenceEqual("id"u8))
            {
                source.Id = reader.ReadText();
            }
            else if (name.SequenceEqual("delivered_as"u8))
            {
                source.DeliveredAs = reader.ReadText();
            }
            else if (name.SequenceEqual("subject"u8))
            {
                source.Subject = reader.ReadText();
            }
            else if (name.SequenceEqual("body"u8))
            {
                source.Body = reader.ReadText();
            }
            else if (name.SequenceEqual("author"u8))
            {
                source.Author = PeopleReader.ReadAuthor(ref reader);
            }
            else if (name.SequenceEqual("attachments"u8))
            {
                source.Attachments = reader.ReadList(ReadAttachment);
            }
            else if (name.SequenceEqual("url"u8))
            {
                source.Url = reader.ReadText();
            }
            else if (name.SequenceEqual("redacted"u8))
            {
                source.Redacted = reader.ReadFlag();
            }
            else
            {
                reader.Skip();
            }
        }

        return source;
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
                part.Attachments = reader.ReadList(ReadAttachment);
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

    [MethodImpl(HotPath.Optimized)]
    private static Attachment ReadAttachment(ref Utf8JsonReader reader)
    {
        var attachment = new Attachment();
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("name"u8))
            {
                attachment.Name = reader.ReadText();
            }
            else if (name.SequenceEqual("url"u8))
            {
                attachment.Url = reader.ReadText();
            }
            else if (name.SequenceEqual("content_type"u8))
            {
                attachment.ContentType = reader.ReadText();
            }
            else if (name.SequenceEqual("filesize"u8))
            {
                attachment.FileSize = reader.ReadWhole();
            }
            else
            {
                reader.Skip();
            }
        }

        return attachment;
    }

    [MethodImpl(HotPath.Optimized)]
    public static DateTimeOffset? ReadFirstContactReply(ref Utf8JsonReader reader)
    {
        DateTimeOffset? createdAt = null;
        if (reader.IsObject())
        {
            while (reader.ReadProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("created_at"u8))
                {
                    createdAt = reader.ReadTime();
                }
                else
                {
                    reader.Skip();
                }
            }
        }

        return createdAt;
    }

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
}
