using System;
using System.Globalization;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Models.Json;

namespace IntercomPS.Client.Endpoints;

/// <summary>Companies: one by its id, pages of all or of those with a name, and the scroll over all.</summary>
internal sealed class CompanyEndpoint
{
    /// <summary>The most companies that pages reach; beyond them there is only the scroll (API 2.15, listAllCompanies).</summary>
    public const int PageReach = 10_000;

    /// <summary>How many companies a page has.</summary>
    public const int PageSize = 50;

    private readonly IntercomClient _client;

    public CompanyEndpoint(IntercomClient client)
    {
        _client = client;
    }

    /// <summary>Gets one company (GET /companies/{id}).</summary>
    public Task<Company> GetAsync(string id, CancellationToken cancellationToken) =>
        RecordRequests.GetAsync(_client, "/companies", id, CompanyReader.Read, company => company.Id, cancellationToken);

    /// <summary>Asks for one page (GET /companies).</summary>
    /// <param name="filter">The name of the query's filter, name or company_id, and its value; null for all companies.</param>
    /// <param name="page">The page's number, from 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The page.</returns>
    public Task<RecordPage<Company>> GetPageAsync((string Name, string Value)? filter, int page, CancellationToken cancellationToken)
    {
        string query = string.Format(CultureInfo.InvariantCulture, "page={0}&per_page={1}", page, PageSize);
        if (filter is { } given)
        {
            query = $"{given.Name}={Uri.EscapeDataString(given.Value)}&{query}";
        }

        return _client.SendAsync(new IntercomRequest(HttpMethod.Get, "/companies") { Query = query }, ReadPage, cancellationToken);
    }

    /// <summary>Opens a scroll or moves it on (GET /companies/scroll).</summary>
    /// <param name="key">The key of the page before; null opens a scroll.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The page and the next one's key; no rows at the end.</returns>
    public Task<(Company[] Rows, string? Key)> ScrollAsync(string? key, CancellationToken cancellationToken)
    {
        var get = new IntercomRequest(HttpMethod.Get, "/companies/scroll")
        {
            Query = key is null ? null : "scroll_param=" + Uri.EscapeDataString(key),

            // Each request moves the scroll on: sent again blindly, it would lose a page.
            IsRead = false,
        };
        return _client.SendAsync(
            get,
            json => (RecordReader.ReadList(json, "data"u8, CompanyReader.Read, out _), RecordReader.ReadText(json, "scroll_param"u8)),
            cancellationToken);
    }

    /// <summary>With a name or an id the API has been documented to answer with the one company, and with a list of one.</summary>
    private static RecordPage<Company> ReadPage(ReadOnlySpan<byte> json)
    {
        if (RecordReader.ReadText(json, "type"u8) == "company")
        {
            return new RecordPage<Company>([RecordReader.ReadOne(json, CompanyReader.Read)], Next: null, TotalCount: 1);
        }

        Company[] rows = RecordReader.ReadList(json, "data"u8, CompanyReader.Read, out long? totalCount);
        return new RecordPage<Company>(rows, Next: null, totalCount);
    }
}
