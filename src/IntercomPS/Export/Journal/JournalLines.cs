using System;
using System.IO;
using System.Text.Json;
using IntercomPS.Client;

namespace IntercomPS.Export.Journal;

/// <summary>Writes the lines of journals: a JSON object each.</summary>
internal static class JournalLines
{
    /// <summary>The first line.</summary>
    /// <param name="header">Which export it is of.</param>
    /// <returns>The line, with its end.</returns>
    public static byte[] Of(JournalHeader header) => Line(json =>
    {
        json.WriteString("format"u8, JournalFormat.Name);
        json.WriteNumber("version"u8, JournalFormat.Version);
        json.WriteString("module_version"u8, ModuleVersion.Text);
        ExportJson.WriteSubject(json, header.Subject);
        json.WriteBoolean("manifest"u8, header.Manifest);
        json.WriteNumber("created_before"u8, header.CreatedBefore);
        json.WriteString("started_at"u8, header.StartedAt);
    });

    /// <summary>The line that tells of one more run.</summary>
    /// <param name="at">When it begins.</param>
    /// <returns>The line, with its end.</returns>
    public static byte[] OfRun(DateTimeOffset at) => Line(json => json.WriteString("resumed_at"u8, at));

    /// <summary>The line that tells that everything is written, and only the names are missing.</summary>
    /// <param name="checkpoint">What was written.</param>
    /// <param name="manifestLength">The size of the manifest; 0 where there is none.</param>
    /// <returns>The line, with its end.</returns>
    public static byte[] OfEnd(JournalCheckpoint checkpoint, long manifestLength) => Line(json =>
    {
        Write(json, checkpoint);
        json.WriteNumber("ended_with_manifest"u8, manifestLength);
    });

    /// <summary>The line of a checkpoint.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <returns>The line, with its end.</returns>
    public static byte[] Of(JournalCheckpoint checkpoint) => Line(json => Write(json, checkpoint));

    private static void Write(Utf8JsonWriter json, JournalCheckpoint checkpoint)
    {
        json.WriteStartObject("checkpoint"u8);
        if (checkpoint.After is { } after)
        {
            json.WriteStartObject("after"u8);
            json.WriteNumber("created_at"u8, after.CreatedAt);
            json.WriteString("id"u8, after.Id);
            json.WriteEndObject();
        }

        json.WriteNumber("length"u8, checkpoint.Length);
        json.WriteNumber("parts_length"u8, checkpoint.PartsLength);
        json.WriteNumber("rows"u8, checkpoint.Rows);
        json.WriteNumber("part_rows"u8, checkpoint.PartRows);
        json.WriteNumber("received"u8, checkpoint.Received);
        ExportJson.WriteNumber(json, "counted", checkpoint.Counted);
        json.WriteNumber("not_returned"u8, checkpoint.NotReturned);
        json.WriteNumber("elapsed_milliseconds"u8, (long)checkpoint.Elapsed.TotalMilliseconds);
        ExportJson.WriteRequests(json, checkpoint.Requests);
        if (checkpoint.Skipped.Count > 0)
        {
            ExportJson.WriteSkipped(json, checkpoint.Skipped);
        }

        if (checkpoint.Incomplete.Count > 0)
        {
            ExportJson.WriteIncomplete(json, checkpoint.Incomplete);
        }

        json.WriteEndObject();
    }

    private static byte[] Line(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonConversationWriter.JsonOptions))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
