using System;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IntercomPS.Models.Json;

/// <summary>Reads first messages, and the attachments of any message.</summary>
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
    public static Attachment ReadAttachment(ref Utf8JsonReader reader)
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
}
