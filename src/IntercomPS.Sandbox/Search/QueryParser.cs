using System.Collections.Generic;
using System.Text.Json;
using IntercomPS.Sandbox.Api;

namespace IntercomPS.Sandbox.Search;

/// <summary>Reads a query's shape and refuses what goes beyond the documented limits.</summary>
internal static class QueryParser
{
    /// <summary>OpenAPI 2.16, searchConversations: at most 2 nested filters.</summary>
    public const int MaximumLevels = 2;

    /// <summary>OpenAPI 2.16, searchConversations: at most 15 filters in a group.</summary>
    public const int MaximumFilters = 15;

    public static QueryNode Parse(JsonElement query) => ParseNode(query, 1);

    private static QueryNode ParseNode(JsonElement node, int level)
    {
        if (node.ValueKind != JsonValueKind.Object)
        {
            throw Invalid("query", "A query must be an object with an operator and a value");
        }

        string name = ReadText(node, "operator");
        if (!node.TryGetProperty("value", out JsonElement value))
        {
            throw Invalid("value", "A filter must have a value");
        }

        if (node.TryGetProperty("field", out JsonElement field))
        {
            if (field.ValueKind != JsonValueKind.String)
            {
                throw Invalid("field", "A field must be a string");
            }

            return new QueryFilter(field.GetString()!, name, value);
        }

        return ParseGroup(name, value, level);
    }

    private static QueryGroup ParseGroup(string name, JsonElement members, int level)
    {
        if (name is not ("AND" or "OR"))
        {
            throw Invalid("operator", $"A group's operator must be AND or OR, not '{name}'");
        }

        if (level > MaximumLevels)
        {
            throw Invalid("query", $"Queries can be nested at most {MaximumLevels} levels deep");
        }

        if (members.ValueKind != JsonValueKind.Array || members.GetArrayLength() == 0)
        {
            throw Invalid("value", "A group's value must be an array of filters");
        }

        if (members.GetArrayLength() > MaximumFilters)
        {
            throw Invalid("value", $"A group can have at most {MaximumFilters} filters");
        }

        var nodes = new List<QueryNode>(members.GetArrayLength());
        foreach (JsonElement member in members.EnumerateArray())
        {
            nodes.Add(ParseNode(member, level + 1));
        }

        return new QueryGroup(name == "AND", nodes);
    }

    private static string ReadText(JsonElement node, string name)
        => node.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw Invalid(name, $"A filter must have a string '{name}'");

    private static ApiException Invalid(string field, string message) => ApiException.InvalidParameter(field, message);
}
