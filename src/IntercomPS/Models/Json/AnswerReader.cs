using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IntercomPS.Models.Json;

/// <summary>Reads whole answers of the API.</summary>
internal static class AnswerReader
{
    /// <summary>Reads a page of conversations; its cursor is read while it streams in.</summary>
    /// <param name="json">The whole answer.</param>
    /// <param name="totalCount">How many conversations the server found in all; null where it does not tell.</param>
    /// <returns>The conversations.</returns>
    /// <exception cref="JsonException">The answer was cut short or is no JSON object.</exception>
    [MethodImpl(HotPath.Optimized)]
    public static Conversation[] ReadPage(ReadOnlySpan<byte> json, out long? totalCount)
    {
        Conversation[]? conversations = null;
        totalCount = null;
        Utf8JsonReader reader = Open(json);
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("conversations"u8) && reader.TokenType == JsonTokenType.StartArray)
            {
                conversations = reader.ReadList(ConversationReader.Read);
            }
            else if (name.SequenceEqual("total_count"u8))
            {
                totalCount = reader.ReadWhole();
            }
            else
            {
                reader.Skip();
            }
        }

        Close(ref reader);
        return conversations ?? throw Lacks("conversations");
    }

    /// <summary>Reads one conversation.</summary>
    /// <param name="json">The whole answer.</param>
    /// <returns>The conversation; its id is empty where the answer is none.</returns>
    /// <exception cref="JsonException">The answer was cut short or is no JSON object.</exception>
    public static Conversation ReadConversation(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = Open(json);
        Conversation conversation = ConversationReader.Read(ref reader);
        Close(ref reader);
        return conversation;
    }

    /// <summary>Reads the email addresses of a page of contacts.</summary>
    /// <param name="json">The whole answer.</param>
    /// <returns>The addresses by the contacts' ids; null for a contact without one.</returns>
    /// <exception cref="JsonException">The answer was cut short or is no JSON object.</exception>
    public static Dictionary<string, string?> ReadContactEmails(ReadOnlySpan<byte> json)
    {
        Dictionary<string, string?>? emails = null;
        Utf8JsonReader reader = Open(json);
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (!name.SequenceEqual("data"u8) || reader.TokenType != JsonTokenType.StartArray)
            {
                reader.Skip();
                continue;
            }

            emails ??= new Dictionary<string, string?>(StringComparer.Ordinal);
            // An author has the fields of a contact that are wanted here.
            foreach (Author? contact in reader.ReadList(PeopleReader.ReadAuthor))
            {
                if (contact?.Id is { } id)
                {
                    emails[id] = string.IsNullOrEmpty(contact.Email) ? null : contact.Email;
                }
            }
        }

        Close(ref reader);
        return emails ?? throw Lacks("data");
    }

    /// <summary>Reads who a token belongs to.</summary>
    /// <param name="json">The whole answer.</param>
    /// <returns>The admin and the workspace.</returns>
    /// <exception cref="JsonException">The answer was cut short or is no JSON object.</exception>
    public static TokenOwner ReadMe(ReadOnlySpan<byte> json)
    {
        var owner = new TokenOwner();
        Utf8JsonReader reader = Open(json);
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("id"u8))
            {
                owner.AdminId = reader.ReadText();
            }
            else if (name.SequenceEqual("name"u8))
            {
                owner.AdminName = reader.ReadText();
            }
            else if (name.SequenceEqual("email"u8))
            {
                owner.AdminEmail = reader.ReadText();
            }
            else if (name.SequenceEqual("app"u8))
            {
                ReadWorkspace(ref reader, owner);
            }
            else
            {
                reader.Skip();
            }
        }

        Close(ref reader);
        return owner;
    }

    private static void ReadWorkspace(ref Utf8JsonReader reader, TokenOwner owner)
    {
        if (!reader.IsObject())
        {
            return;
        }

        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("id_code"u8))
            {
                owner.WorkspaceId = reader.ReadText();
            }
            else if (name.SequenceEqual("name"u8))
            {
                owner.WorkspaceName = reader.ReadText();
            }
            else if (name.SequenceEqual("region"u8))
            {
                owner.Region = reader.ReadText();
            }
            else if (name.SequenceEqual("timezone"u8))
            {
                owner.TimeZone = reader.ReadText();
            }
            else
            {
                reader.Skip();
            }
        }
    }

    /// <summary>Begins to read an answer.</summary>
    /// <param name="json">The whole answer.</param>
    /// <returns>A reader on the object's start; <see cref="Close"/> it in the end.</returns>
    /// <exception cref="JsonException">The answer is no JSON object.</exception>
    public static Utf8JsonReader Open(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader.TokenType == JsonTokenType.StartObject ? reader : throw new JsonException("The answer is no JSON object.");
    }

    /// <summary>An answer without its list, a gateway's say, must not pass for an empty one.</summary>
    /// <param name="list">The list's name.</param>
    /// <returns>The error.</returns>
    public static JsonException Lacks(string list) => new($"The answer has no list '{list}'.");

    /// <summary>Throws where anything but white space follows the object.</summary>
    /// <param name="reader">The reader, on the object's end.</param>
    public static void Close(ref Utf8JsonReader reader) => reader.Read();
}
