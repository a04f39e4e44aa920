using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IntercomPS.Models.Json;

/// <summary>Reads tags of conversations and of parts.</summary>
internal static class TagReader
{
    [MethodImpl(HotPath.Optimized)]
    public static Tag ReadTag(ref Utf8JsonReader reader)
    {
        var tag = new Tag();
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("id"u8))
            {
                tag.Id = reader.ReadText();
            }
            else if (name.SequenceEqual("name"u8))
            {
                tag.Name = reader.ReadText();
            }
            else if (name.SequenceEqual("applied_at"u8))
            {
                tag.AppliedAt = reader.ReadTime();
            }
            else if (name.SequenceEqual("applied_by"u8))
            {
                tag.AppliedById = PeopleReader.ReadOptionalReference(ref reader)?.Id;
            }
            else
            {
                reader.Skip();
            }
        }

        return tag;
    }

    /// <summary>Reads the names of a part's tags: an array of tags, or an object that holds one under "tags", in the API's examples.</summary>
    public static string[] ReadNames(ref Utf8JsonReader reader)
    {
        Tag[] tags = Array.Empty<Tag>();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            tags = reader.ReadList(ReadTag);
        }
        else
        {
            while (reader.ReadProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("tags"u8))
                {
                    tags = reader.ReadList(ReadTag);
                }
                else
                {
                    reader.Skip();
                }
            }
        }

        return Names(tags);
    }

    /// <summary>The names of tags, those without one left out.</summary>
    [MethodImpl(HotPath.Optimized)]
    public static string[] Names(IReadOnlyList<Tag> tags)
    {
        if (tags.Count == 0)
        {
            return Array.Empty<string>();
        }

        var names = new List<string>(tags.Count);
        foreach (Tag tag in tags)
        {
            if (tag.Name is { } name)
            {
                names.Add(name);
            }
        }

        return names.ToArray();
    }
}
