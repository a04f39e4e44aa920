using System;
using System.Globalization;
using System.Text.Json;

namespace IntercomPS.Sandbox.Api;

/// <summary>Writes the envelope around a page's rows.</summary>
internal sealed class PageWriter
{
    private readonly SandboxOptions _options;
    private readonly Uri _baseUri;

    public PageWriter(SandboxOptions options, Uri baseUri)
    {
        _options = options;
        _baseUri = baseUri;
    }

    /// <param name="json">Where to write.</param>
    /// <param name="page">The page.</param>
    /// <param name="envelope">The type of the list and the name of its rows.</param>
    /// <param name="path">The path of a URL to the next page.</param>
    /// <param name="drift">What to add to the total.</param>
    /// <param name="writeRow">Writes one row.</param>
    public void Write<T>(Utf8JsonWriter json, Page<T> page, (string Type, string Rows) envelope, string path, int drift, Action<T> writeRow)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, envelope.Type);
        if (!_options.PagesLast)
        {
            WritePages(json, page, path, drift);
        }

        json.WriteStartArray(envelope.Rows);
        for (int i = 0; i < page.Rows.Count; i++)
        {
            writeRow(page.Rows.Array![page.Rows.Offset + i]);
        }

        json.WriteEndArray();
        if (_options.PagesLast)
        {
            WritePages(json, page, path, drift);
        }

        json.WriteEndObject();
    }

    private void WritePages<T>(Utf8JsonWriter json, Page<T> page, string path, int drift)
    {
        json.WriteStartObject("pages"u8);
        json.WriteString("type"u8, "pages"u8);
        WriteNext(json, page, path);
        json.WriteNumber("page"u8, page.Number);
        if (_options.PerPageAsString)
        {
            json.WriteString("per_page"u8, page.PerPage.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNumber("per_page"u8, page.PerPage);
        }

        json.WriteNumber("total_pages"u8, page.TotalPages);
        json.WriteEndObject();
        json.WriteNumber("total_count"u8, Math.Max(0, page.Total + drift));
    }

    private void WriteNext<T>(Utf8JsonWriter json, Page<T> page, string path)
    {
        if (page.Next is null)
        {
            if (!_options.OmitNextAtEnd)
            {
                json.WriteNull("next"u8);
            }

            return;
        }

        string cursor = page.Next.Encode();
        if (_options.NextAsUrl)
        {
            json.WriteString("next"u8, $"{new Uri(_baseUri, path)}?per_page={page.PerPage}&starting_after={Uri.EscapeDataString(cursor)}");
            return;
        }

        json.WriteStartObject("next"u8);
        json.WriteNumber("page"u8, page.Next.Page);
        json.WriteString("starting_after"u8, cursor);
        json.WriteEndObject();
    }
}
