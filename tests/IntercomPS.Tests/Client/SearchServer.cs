using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using Xunit;

namespace IntercomPS.Tests.Client;

/// <summary>A search over rows in memory, with stateless cursors as Intercom has them: the sort value and the id of the last row.</summary>
internal sealed class SearchServer
{
    public const long FirstSecond = 1_700_000_000;

    public List<Row> Rows { get; } = [];

    /// <summary>False for a server that passes over the sort and returns the rows as they are stored.</summary>
    public bool Sorts { get; init; } = true;

    /// <summary>The ids of rows that are counted and never returned.</summary>
    public HashSet<string> Hidden { get; } = [];

    /// <summary>Whether "greater" and "less" leave out the bound itself.</summary>
    public bool IsStrict { get; init; } = true;

    /// <summary>Puts rows in, a second apart.</summary>
    public static SearchServer With(int count, bool sorts = true, bool isStrict = true)
    {
        var server = new SearchServer { Sorts = sorts, IsStrict = isStrict };
        server.Rows.AddRange(Enumerable.Range(1, count).Select(number => new Row($"{number}", FirstSecond + number, FirstSecond + number)));
        return server;
    }

    public HttpResponseMessage Answer(ScriptedRequest request) => Answers.Json(Page(request).ToJsonString());

    public JsonObject Page(ScriptedRequest request)
    {
        JsonNode body = request.Json!;
        List<Row> found = Rows.Where(row => Matches(row, body["query"]!)).ToList();
        int total = found.Count;
        if (Sorts)
        {
            string field = (string)body["sort"]!["field"]!;
            bool ascending = (string)body["sort"]!["order"]! == "ascending";
            found = (ascending ? found.OrderBy(row => row.Value(field) ?? 0) : found.OrderByDescending(row => row.Value(field) ?? 0))
                .ThenBy(row => long.Parse(row.Id, null)).ToList();
            if (request.Cursor?.Split(':') is [var value, var id])
            {
                long key = long.Parse(value, null);
                found = found.Where(row => ascending
                    ? (row.Value(field) ?? 0) > key || ((row.Value(field) ?? 0) == key && long.Parse(row.Id, null) > long.Parse(id, null))
                    : (row.Value(field) ?? 0) < key || ((row.Value(field) ?? 0) == key && long.Parse(row.Id, null) > long.Parse(id, null))).ToList();
            }

            return Page(total, found, request.PageSize, row => $"{row.Value(field) ?? 0}:{row.Id}");
        }

        int skip = request.Cursor is { } cursor ? found.FindIndex(row => row.Id == cursor) + 1 : 0;
        return Page(total, found.Skip(skip).ToList(), request.PageSize, row => row.Id);
    }

    private JsonObject Page(int total, List<Row> found, int size, Func<Row, string> cursorOf) => new()
    {
        ["pages"] = new JsonObject
        {
            ["next"] = found.Count > size ? new JsonObject { ["starting_after"] = cursorOf(found[size - 1]) } : null,
        },
        ["total_count"] = total,
        ["conversations"] = new JsonArray(found.Take(size).Where(row => !Hidden.Contains(row.Id)).Select(row => (JsonNode)new JsonObject
        {
            ["id"] = row.Id, ["created_at"] = row.CreatedAt, ["updated_at"] = row.UpdatedAt, ["waiting_since"] = row.WaitingSince,
        }).ToArray()),
    };

    private bool Matches(Row row, JsonNode query)
    {
        string op = (string)query["operator"]!;
        if (op is "AND" or "OR")
        {
            JsonArray children = query["value"]!.AsArray();
            Assert.InRange(children.Count, 1, 15);
            return op == "AND" ? children.All(child => Matches(row, child!)) : children.Any(child => Matches(row, child!));
        }

        if ((string)query["field"]! == "id")
        {
            return op == "!=" && (string)query["value"]! != row.Id;
        }

        long? value = row.Value((string)query["field"]!);
        long bound = (long)query["value"]!;
        return op == ">" ? value > bound || (!IsStrict && value == bound) : value < bound || (!IsStrict && value == bound);
    }

    /// <summary>A stored conversation.</summary>
    internal sealed record Row(string Id, long CreatedAt, long UpdatedAt, long? WaitingSince = null)
    {
        public long? Value(string field) => field switch { "updated_at" => UpdatedAt, "waiting_since" => WaitingSince, _ => CreatedAt };
    }
}
