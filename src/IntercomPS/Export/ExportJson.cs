using System;
using System.Collections.Generic;
using System.Text.Json;
using IntercomPS.Client;

namespace IntercomPS.Export;

/// <summary>Writes what manifests and journals have in common.</summary>
internal static class ExportJson
{
    /// <summary>Writes what an export is of, as properties of the object that is open.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="subject">What the export is of.</param>
    public static void WriteSubject(Utf8JsonWriter json, ExportSubject subject)
    {
        json.WriteStartObject("workspace"u8);
        json.WriteString("id_code"u8, subject.WorkspaceId);
        json.WriteString("name"u8, subject.WorkspaceName);
        json.WriteString("region"u8, subject.Region);
        json.WriteEndObject();
        json.WriteString("api_version"u8, subject.ApiVersion);
        json.WritePropertyName("query"u8);
        WriteSearches(json, subject.Searches);
        json.WriteStartArray("columns"u8);
        foreach (string column in subject.Columns)
        {
            json.WriteStringValue(column);
        }

        json.WriteEndArray();
        json.WriteString("file_format"u8, FormatNames.Of(subject.Format));
        json.WriteBoolean("include_parts"u8, subject.IncludeParts);
        json.WriteBoolean("contact_lookup"u8, subject.LooksUpContacts);
    }

    /// <summary>Writes what requests came to, as properties of the object that is open.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="totals">What they came to.</param>
    public static void WriteRequests(Utf8JsonWriter json, RequestTotals totals)
    {
        json.WriteNumber("requests"u8, totals.Requests);
        json.WriteNumber("retries"u8, totals.Retries);
        json.WriteNumber("rate_limit_refusals"u8, totals.Refusals);
        json.WriteNumber("waits"u8, totals.Waits);
        json.WriteNumber("wait_milliseconds"u8, (long)totals.WaitTime.TotalMilliseconds);
    }

    /// <summary>Writes conversations whose oldest parts are missing.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="threads">The conversations.</param>
    public static void WriteIncomplete(Utf8JsonWriter json, IEnumerable<IncompleteThread> threads)
    {
        json.WriteStartArray("incomplete_threads"u8);
        foreach (IncompleteThread thread in threads)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, thread.Id);
            json.WriteNumber("received"u8, thread.Received);
            WriteNumber(json, "total_count", thread.TotalCount);
            WriteNumber(json, "count_conversation_parts", thread.CountConversationParts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes conversations that are left out.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="conversations">The conversations.</param>
    public static void WriteSkipped(Utf8JsonWriter json, IEnumerable<SkippedConversation> conversations)
    {
        json.WriteStartArray("skipped"u8);
        foreach (SkippedConversation conversation in conversations)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, conversation.Id);
            json.WriteString("reason"u8, conversation.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a number, or null.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="name">The property's name.</param>
    /// <param name="number">The number.</param>
    public static void WriteNumber(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Writes a time as exports do: ISO 8601 in UTC, to the second.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="name">The property's name.</param>
    /// <param name="time">The time.</param>
    public static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            json.WriteString(name, IsoTime.Format(value, stackalloc byte[IsoTime.BufferLength]));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteSearches(Utf8JsonWriter json, IReadOnlyList<ExportSearch>? searches)
    {
        if (searches is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        foreach (ExportSearch search in searches)
        {
            json.WriteStartObject();
            json.WritePropertyName("asked"u8);
            json.WriteRawValue(search.Query);
            json.WriteString("checked"u8, search.Check);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
