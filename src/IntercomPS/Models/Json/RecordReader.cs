using System;
using System.Text.Json;

namespace IntercomPS.Models.Json;

/// <summary>Reads answers that are one record, or a list of them.</summary>
internal static class RecordReader
{
    /// <summary>Reads one record.</summary>
    /// <typeparam name="T">What the record becomes.</typeparam>
    /// <param name="json">The whole answer.</param>
    /// <param name="read">Reads the record.</param>
    /// <returns>The record; its id is empty where the answer is none.</returns>
    /// <exception cref="JsonException">The answer was cut short or is no JSON object.</exception>
    public static T ReadOne<T>(ReadOnlySpan<byte> json, ItemReader<T> read)
    {
        Utf8JsonReader reader = AnswerReader.Open(json);
        T record = read(ref reader);
        AnswerReader.Close(ref reader);
        return record;
    }

    /// <summary>Reads a list of records.</summary>
    /// <typeparam name="T">What a record becomes.</typeparam>
    /// <param name="json">The whole answer.</param>
    /// <param name="listName">The name of the list in the answer.</param>
    /// <param name="read">Reads a record.</param>
    /// <param name="totalCount">How many records the server found in all; null where it does not tell.</param>
    /// <returns>The records.</returns>
    /// <exception cref="JsonException">The answer was cut short, is no JSON object or has no such list.</exception>
    public static T[] ReadList<T>(ReadOnlySpan<byte> json, ReadOnlySpan<byte> listName, ItemReader<T> read, out long? totalCount)
    {
        T[]? records = null;
        totalCount = null;
        Utf8JsonReader reader = AnswerReader.Open(json);
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual(listName) && reader.TokenType == JsonTokenType.StartArray)
            {
                records = reader.ReadList(read);
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

        AnswerReader.Close(ref reader);
        return records ?? throw AnswerReader.Lacks(System.Text.Encoding.UTF8.GetString(listName.ToArray()));
    }

    /// <summary>Reads one text of an answer.</summary>
    /// <param name="json">The whole answer.</param>
    /// <param name="propertyName">The text's name.</param>
    /// <returns>The text; null where there is none.</returns>
    /// <exception cref="JsonException">The answer was cut short or is no JSON object.</exception>
    public static string? ReadText(ReadOnlySpan<byte> json, ReadOnlySpan<byte> propertyName)
    {
        string? text = null;
        Utf8JsonReader reader = AnswerReader.Open(json);
        while (reader.ReadProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual(propertyName))
            {
                text = reader.ReadText();
            }
            else
            {
                reader.Skip();
            }
        }

        AnswerReader.Close(ref reader);
        return text;
    }
}
