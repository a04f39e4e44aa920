using System;
using System.Linq;
using System.Text.Json;
using IntercomPS.Client;

namespace IntercomPS.Export.Journal;

/// <summary>Reads the lines of journals, strictly: what is not as it was written is not gone on from.</summary>
internal static class JournalElements
{
    /// <summary>Reads the first line.</summary>
    /// <param name="line">The line.</param>
    /// <returns>Which export it is of.</returns>
    /// <exception cref="FormatException">It is no such line.</exception>
    public static JournalHeader ReadHeader(JsonElement line)
    {
        if (Text(line, "format") != JournalFormat.Name)
        {
            throw new FormatException("it is no journal of an export");
        }

        if (Number(line, "version") != JournalFormat.Version)
        {
            throw new FormatException("another version of IntercomPS has begun it");
        }

        JsonElement workspace = Property(line, "workspace");
        var subject = new ExportSubject
        {
            WorkspaceId = OptionalText(workspace, "id_code"),
            WorkspaceName = OptionalText(workspace, "name"),
            Region = OptionalText(workspace, "region"),
            ApiVersion = Text(line, "api_version"),
            Searches = Items(line, "query").Select(search => new ExportSearch(Property(search, "asked").GetRawText(), OptionalText(search, "checked"))).ToList(),
            Columns = Items(line, "columns").Select(column => column.GetString() ?? string.Empty).ToList(),
            Format = FormatNames.Parse(Text(line, "file_format")) ?? throw new FormatException("its format is none"),
            IncludeParts = Property(line, "include_parts").GetBoolean(),
            LooksUpContacts = Property(line, "contact_lookup").GetBoolean(),
        };
        return new JournalHeader(subject, Property(line, "manifest").GetBoolean(), Number(line, "created_before"), Property(line, "started_at").GetDateTimeOffset());
    }

    /// <summary>Reads another line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="end">Where it ends in the journal.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="FormatException">It is no such line.</exception>
    public static JournalEntry ReadEntry(JsonElement line, long end) =>
        line.TryGetProperty("checkpoint", out JsonElement checkpoint) ? new JournalEntry(end)
        {
            Checkpoint = ReadCheckpoint(checkpoint),
            EndedWithManifest = line.TryGetProperty("ended_with_manifest", out _) ? Number(line, "ended_with_manifest") : null,
        }
        : line.TryGetProperty("resumed_at", out _) ? new JournalEntry(end) { IsRun = true }
        : throw new FormatException("a line of it says nothing");

    private static JournalCheckpoint ReadCheckpoint(JsonElement element) => new()
    {
        After = element.TryGetProperty("after", out JsonElement after) ? new ConversationPosition(Number(after, "created_at"), Text(after, "id")) : null,
        Length = Number(element, "length"),
        PartsLength = Number(element, "parts_length"),
        Rows = Number(element, "rows"),
        PartRows = Number(element, "part_rows"),
        Received = Number(element, "received"),
        Counted = OptionalNumber(element, "counted"),
        NotReturned = Number(element, "not_returned"),
        Elapsed = TimeSpan.FromMilliseconds(Number(element, "elapsed_milliseconds")),
        Requests = new RequestTotals(
            Count(element, "requests"),
            Count(element, "retries"),
            Count(element, "rate_limit_refusals"),
            Count(element, "waits"),
            TimeSpan.FromMilliseconds(Number(element, "wait_milliseconds"))),
        Skipped = element.TryGetProperty("skipped", out _)
            ? Items(element, "skipped").Select(item => new SkippedConversation(Text(item, "id"), Text(item, "reason"))).ToList()
            : [],
        Incomplete = element.TryGetProperty("incomplete_threads", out _) ? Items(element, "incomplete_threads").Select(ReadThread).ToList() : [],
    };

    private static IncompleteThread ReadThread(JsonElement item) => new(
        Text(item, "id"), Count(item, "received"), OptionalNumber(item, "total_count"), (int?)OptionalNumber(item, "count_conversation_parts"));

    private static JsonElement Property(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) ? value : throw new FormatException($"it lacks '{name}'");

    private static JsonElement.ArrayEnumerator Items(JsonElement parent, string name) => Property(parent, name).EnumerateArray();

    private static string Text(JsonElement parent, string name) => OptionalText(parent, name) ?? throw new FormatException($"'{name}' in it is no text");

    private static string? OptionalText(JsonElement parent, string name) => Property(parent, name).GetString();

    private static int Count(JsonElement parent, string name) => (int)Math.Min(int.MaxValue, Number(parent, name));

    private static long Number(JsonElement parent, string name) =>
        OptionalNumber(parent, name) is >= 0 and long number ? number : throw new FormatException($"'{name}' in it is no number");

    private static long? OptionalNumber(JsonElement parent, string name) =>
        Property(parent, name) is { ValueKind: not JsonValueKind.Null } value ? value.GetInt64() : null;
}
