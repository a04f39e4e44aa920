using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;

namespace IntercomPS.Benchmarks.Workloads;

/// <summary>The normalized row, taken from the JSON by hand.</summary>
internal static partial class PlainLoopRow
{
    public static readonly string[] Columns =
    [
        "conversation_id", "contact_id", "contact_email", "company_id", "created_at", "closed_at", "state", "tags", "rating",
        "rating_remark", "message_count", "time_to_first_reply_seconds", "time_to_resolution_seconds", "first_message_body",
    ];

    /// <summary>Writes a conversation's row.</summary>
    public static void Write(CsvWriter csv, JsonElement conversation)
    {
        string? state = Text(At(conversation, "state"));
        bool isClosed = state == "closed";
        bool isByContact = Text(At(conversation, "source", "author", "type")) is "user" or "lead" or "contact";
        csv.WriteField(Text(At(conversation, "id")));
        csv.WriteField(Text(At(conversation, "contacts", "contacts") is { } contacts ? First(contacts, "id") : null));
        csv.WriteField(isByContact ? Text(At(conversation, "source", "author", "email")) : null);
        csv.WriteField(Text(At(conversation, "company", "id")));
        csv.WriteField(Time(At(conversation, "created_at")));
        csv.WriteField(isClosed ? Time(At(conversation, "statistics", "last_close_at")) : null);
        csv.WriteField(state);
        csv.WriteField(At(conversation, "tags", "tags") is { } tags
            ? string.Join(';', tags.EnumerateArray().Select(tag => tag.GetProperty("name").GetString()))
            : null);
        csv.WriteField(Text(At(conversation, "conversation_rating", "rating")));
        csv.WriteField(Text(At(conversation, "conversation_rating", "remark")));
        csv.WriteField(Text(At(conversation, "statistics", "count_conversation_parts")));
        csv.WriteField(Text(At(conversation, "statistics", "time_to_admin_reply")));
        csv.WriteField(isClosed ? Text(At(conversation, "statistics", "time_to_last_close")) : null);
        csv.WriteField(Text(At(conversation, "source", "body")) is { } html ? PlainTextOf(html) : null);
        csv.EndRecord();
    }

    /// <summary>The value at a path; null where any step of it is missing or null.</summary>
    public static JsonElement? At(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.Null ? null : element;
    }

    private static JsonElement? First(JsonElement list, string name) =>
        list.GetArrayLength() > 0 ? At(list[0], name) : null;

    private static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : value?.GetRawText();

    private static string? Time(JsonElement? value) => value is { } seconds
        ? DateTimeOffset.FromUnixTimeSeconds(seconds.GetInt64()).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : null;

    private static string PlainTextOf(string html) => WebUtility.HtmlDecode(Tag().Replace(LineEnd().Replace(html, "\n"), string.Empty)).Trim();

    [GeneratedRegex("<br[^>]*>|</p>|</div>|</li>")]
    private static partial Regex LineEnd();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
