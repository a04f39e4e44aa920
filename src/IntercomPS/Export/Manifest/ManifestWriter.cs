using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using IntercomPS.Client;

namespace IntercomPS.Export.Manifest;

/// <summary>Writes manifests: what an export is of, what it came to, what it lacks, and what its files hold.</summary>
internal static class ManifestWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JsonConversationWriter.JsonOptions.Encoder };

    /// <summary>Writes a manifest.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    /// <param name="subject">What the export is of.</param>
    /// <param name="tally">What it came to.</param>
    /// <param name="files">Its files.</param>
    /// <param name="endedAt">When it ended.</param>
    public static void Write(Stream stream, ExportSubject subject, ExportTally tally, IReadOnlyList<ManifestFile> files, DateTimeOffset endedAt)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("format"u8, ManifestFormat.Name);
        json.WriteNumber("version"u8, ManifestFormat.Version);
        json.WriteString("module_version"u8, ModuleVersion.Text);
        ExportJson.WriteSubject(json, subject);
        ExportJson.WriteTime(json, "created_before", tally.CreatedBefore is { } bound ? DateTimeOffset.FromUnixTimeSeconds(bound) : null);
        ExportJson.WriteTime(json, "started_at", tally.StartedAt);
        ExportJson.WriteTime(json, "ended_at", endedAt);
        json.WriteNumber("runs"u8, tally.Runs);
        WriteFiles(json, files);
        json.WriteNumber("rows"u8, tally.Rows);
        json.WriteNumber("part_rows"u8, tally.PartRows);
        ExportJson.WriteNumber(json, "counted", tally.Counted);
        ExportJson.WriteNumber(json, "received", tally.Received);
        json.WriteNumber("not_returned"u8, tally.NotReturned);
        WriteMissing(json, MissingContent.Of(tally));
        ExportJson.WriteIncomplete(json, tally.Incomplete);
        ExportJson.WriteSkipped(json, tally.Skipped);
        ExportJson.WriteRequests(json, tally.Requests);
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteFiles(Utf8JsonWriter json, IReadOnlyList<ManifestFile> files)
    {
        json.WriteStartArray("files"u8);
        foreach (ManifestFile file in files)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, file.Name);
            json.WriteString("role"u8, file.Role);
            json.WriteString("format"u8, FormatNames.Of(file.Format));
            json.WriteNumber("rows"u8, file.Rows);
            json.WriteNumber("bytes"u8, file.Bytes);
            json.WriteString("sha256"u8, file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMissing(Utf8JsonWriter json, IReadOnlyList<MissingContent> missing)
    {
        json.WriteBoolean("complete"u8, missing.Count == 0);
        json.WriteStartArray("missing"u8);
        foreach (MissingContent content in missing)
        {
            json.WriteStartObject();
            json.WriteString("reason"u8, content.Code);
            json.WriteNumber("conversations"u8, content.Count);
            json.WriteString("message"u8, content.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
