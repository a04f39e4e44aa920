using System;
using System.Text.Json;
using IntercomPS.Sandbox.Search;

namespace IntercomPS.Sandbox.Api;

/// <summary>Reads what a search shall be sorted by.</summary>
internal static class SortReader
{
    /// <summary>What lists come by when nothing is asked for: the latest change first.</summary>
    public const string StandardField = "updated_at";

    public static SortOrder<T> Standard<T>(FieldCatalog<T> catalog, Func<T, string> id) => Create(catalog, StandardField, ascending: false, id);

    public static SortOrder<T> Read<T>(JsonElement body, FieldCatalog<T> catalog, Func<T, string> id, bool ignore)
    {
        if (ignore || !body.TryGetProperty("sort", out JsonElement sort) || sort.ValueKind == JsonValueKind.Null)
        {
            return Standard(catalog, id);
        }

        if (sort.ValueKind != JsonValueKind.Object)
        {
            throw ApiException.InvalidParameter("sort", "sort must be an object");
        }

        string field = ReadText(sort, "field", StandardField);
        string order = ReadText(sort, "order", "descending");
        if (order is not ("ascending" or "descending"))
        {
            throw new ApiException(400, "invalid_sort_order", $"Invalid sort order '{order}'. Must be one of: ascending, descending");
        }

        return Create(catalog, field, order == "ascending", id);
    }

    private static SortOrder<T> Create<T>(FieldCatalog<T> catalog, string name, bool ascending, Func<T, string> id)
    {
        SearchField<T>? field = catalog.Find(name);
        Func<T, long?> number = field?.Number ?? throw ApiException.InvalidParameter("sort", $"Cannot sort by '{name}'");
        return new SortOrder<T>(name, ascending, record => number(record) ?? 0, id);
    }

    private static string ReadText(JsonElement sort, string name, string standard)
    {
        if (!sort.TryGetProperty(name, out JsonElement value))
        {
            return standard;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw ApiException.InvalidParameter("sort", $"sort.{name} must be a string");
    }
}
