using System.Globalization;
using System.Text.Json;
using IntercomPS.Sandbox.Search;

namespace IntercomPS.Sandbox.Api;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="PerPage">Rows a page.</param>
/// <param name="CursorText">The cursor as it was sent; null for the first page.</param>
internal sealed record PageRequest(int PerPage, string? CursorText)
{
    /// <summary>OpenAPI 2.16, searchConversations: the maximum is 150.</summary>
    public const int Maximum = 150;

    public Cursor? Cursor { get; } = CursorText is null ? null : Cursor.Decode(CursorText);

    /// <summary>Reads the page from the body of a search; a cursor in the URL counts for nothing there.</summary>
    public static PageRequest OfSearch(JsonElement body, int standard)
    {
        if (!body.TryGetProperty("pagination", out JsonElement pagination) || pagination.ValueKind == JsonValueKind.Null)
        {
            return new PageRequest(standard, null);
        }

        if (pagination.ValueKind != JsonValueKind.Object)
        {
            throw ApiException.InvalidParameter("pagination", "pagination must be an object");
        }

        int perPage = standard;
        if (pagination.TryGetProperty("per_page", out JsonElement size) && size.ValueKind != JsonValueKind.Null)
        {
            perPage = Check(QueryValue.ReadNumber("per_page", size));
        }

        string? cursor = null;
        if (pagination.TryGetProperty("starting_after", out JsonElement after) && after.ValueKind != JsonValueKind.Null)
        {
            cursor = after.ValueKind == JsonValueKind.String ? after.GetString() : throw ApiException.InvalidCursor();
        }

        return new PageRequest(perPage, cursor);
    }

    /// <summary>Reads the page from the URL of a list.</summary>
    public static PageRequest OfList(ApiCall call, int standard)
    {
        int perPage = standard;
        if (call.Query.TryGetValue("per_page", out string? size))
        {
            perPage = Check(long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null);
        }

        call.Query.TryGetValue("starting_after", out string? cursor);
        return new PageRequest(perPage, string.IsNullOrEmpty(cursor) ? null : cursor);
    }

    private static int Check(long? perPage) => perPage is >= 1 and <= Maximum
        ? (int)perPage.Value
        : throw ApiException.InvalidParameter("per_page", $"per_page must be a number from 1 to {Maximum}");
}
