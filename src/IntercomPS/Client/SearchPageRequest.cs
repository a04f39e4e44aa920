using System.IO;
using System.Text.Json;
using IntercomPS.Querying;

namespace IntercomPS.Client;

/// <summary>One page of a search, to be asked for.</summary>
/// <param name="Filter">The question.</param>
/// <param name="Sort">The order.</param>
/// <param name="Cursor">Where the page begins; null for the first one.</param>
/// <param name="PageSize">How many conversations it has at most, 1 to <see cref="MaximumPageSize"/>.</param>
internal sealed record SearchPageRequest(QueryNode Filter, ConversationSort Sort, PageCursor? Cursor, int PageSize)
{
    /// <summary>The most conversations on a page (API 2.15).</summary>
    public const int MaximumPageSize = 150;

    /// <summary>Writes the request's body.</summary>
    /// <returns>UTF-8 JSON.</returns>
    public byte[] ToJson() => WriteBody(Filter, PageSize, Cursor, Sort);

    /// <summary>Writes the body of a search of any kind.</summary>
    /// <param name="filter">The question.</param>
    /// <param name="pageSize">How many results a page has.</param>
    /// <param name="cursor">Where the page begins; null for the first one. In the query string the server would pass over it.</param>
    /// <param name="sort">The order, which no schema of the API has; null leaves it to the server.</param>
    /// <returns>UTF-8 JSON.</returns>
    public static byte[] WriteBody(QueryNode filter, int pageSize, PageCursor? cursor, ConversationSort? sort)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("query"u8);
            QueryJson.Write(writer, filter);
            writer.WriteStartObject("pagination"u8);
            writer.WriteNumber("per_page"u8, pageSize);
            if (cursor is not null)
            {
                writer.WriteString("starting_after"u8, cursor.StartingAfter);
            }

            writer.WriteEndObject();
            if (sort is not null)
            {
                writer.WriteStartObject("sort"u8);
                writer.WriteString("field"u8, sort.ApiField);
                writer.WriteString("order"u8, sort.Ascending ? "ascending"u8 : "descending"u8);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
