using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntercomPS.Models.Json;

namespace IntercomPS.Querying;

/// <summary>Reads raw queries, and writes queries as the server wants them.</summary>
internal static class QueryJson
{
    // For people to read, never to go into a page of HTML.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a query into a request's body.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="node">The query.</param>
    public static void Write(Utf8JsonWriter writer, QueryNode node)
    {
        writer.WriteStartObject();
        if (node is QueryGroup group)
        {
            writer.WriteString("operator"u8, group.Operator);
            writer.WriteStartArray("value"u8);
            foreach (QueryNode child in group.Nodes)
            {
                Write(writer, child);
            }

            writer.WriteEndArray();
        }
        else if (node is QueryFilter filter)
        {
            writer.WriteString("field"u8, filter.Field);
            writer.WriteString("operator"u8, filter.Operator);
            writer.WritePropertyName("value"u8);
            PlainJson.Write(writer, filter.Value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads a raw query from JSON.</summary>
    /// <param name="json">One filter or one group, as Intercom documents them.</param>
    /// <returns>The query, not yet checked against the limits.</returns>
    /// <exception cref="InvalidQueryException">The text is no JSON, or no query.</exception>
    public static QueryNode Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return FromPlain(ToPlain(document.RootElement));
        }
        catch (JsonException exception)
        {
            throw new InvalidQueryException($"The query is not valid JSON: {exception.Message}", exception);
        }
    }

    /// <summary>Reads a raw query from dictionaries and lists, such as PowerShell's hashtables and arrays.</summary>
    /// <param name="value">One filter or one group.</param>
    /// <returns>The query, not yet checked against the limits.</returns>
    /// <exception cref="InvalidQueryException">A part of it is neither a filter nor a group.</exception>
    public static QueryNode FromPlain(object? value)
    {
        if (value is not IDictionary map)
        {
            throw new InvalidQueryException("Each part of a query is a filter {field, operator, value} or a group {operator, value: [...]}.");
        }

        if (Entry(map, "query") is not null)
        {
            throw new InvalidQueryException("Give only what stands under \"query\": paging and sorting have parameters of their own.");
        }

        string? name = Entry(map, "operator") as string;
        object? content = Entry(map, "value");
        if (Entry(map, "field") is string field)
        {
            return name is null ? throw new InvalidQueryException($"The filter on '{field}' has no operator.")
                : !Has(map, "value") ? throw new InvalidQueryException($"The filter on '{field}' has no value.")
                : new QueryFilter(field, name, content);
        }

        if (name is not (QueryGroup.And or QueryGroup.Or))
        {
            throw new InvalidQueryException("A group's operator is AND or OR, and a filter names its field.");
        }

        var nodes = new List<QueryNode>();
        foreach (object? child in content is IEnumerable children and not (string or IDictionary) ? children : new[] { content })
        {
            nodes.Add(FromPlain(child));
        }

        return new QueryGroup(name, nodes);
    }

    /// <summary>Shows a query as JSON.</summary>
    /// <param name="node">The query.</param>
    /// <returns>Compact JSON.</returns>
    public static string ToText(QueryNode node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Readable))
        {
            Write(writer, node);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static bool Has(IDictionary map, string name) => Find(map, name) is not null;

    private static object? Entry(IDictionary map, string name) => Find(map, name)?.Value;

    private static DictionaryEntry? Find(IDictionary map, string name)
    {
        foreach (DictionaryEntry entry in map)
        {
            if (string.Equals(Convert.ToString(entry.Key, CultureInfo.InvariantCulture), name, StringComparison.OrdinalIgnoreCase))
            {
                return entry;
            }
        }

        return null;
    }

    private static object? ToPlain(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var map = new Dictionary<string, object?>(StringComparer.Ordinal);
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    map[property.Name] = ToPlain(property.Value);
                }

                return map;
            case JsonValueKind.Array:
                var list = new List<object?>();
                foreach (JsonElement item in element.EnumerateArray())
                {
                    list.Add(ToPlain(item));
                }

                return list;
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                // Not one conditional expression: it would turn the whole number into a double.
                if (element.TryGetInt64(out long whole))
                {
                    return whole;
                }

                return element.GetDouble();
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            default:
                return null;
        }
    }
}
