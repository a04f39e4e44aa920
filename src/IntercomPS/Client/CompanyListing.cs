using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client.Endpoints;

namespace IntercomPS.Client;

/// <summary>All companies of a workspace, each once: by pages, and by the scroll where there are more than pages reach.</summary>
internal sealed class CompanyListing
{
    private const int MaximumRestartsWithoutProgress = 3;

    // OpenAPI 2.16, scrollOverAllCompanies: one scroll an app, gone after a minute without use.
    private static readonly TimeSpan ScrollLife = TimeSpan.FromSeconds(61);

    private readonly IntercomClient _client;
    private readonly CompanyEndpoint _endpoint;
    private readonly SeenIds _seen = new();

    public CompanyListing(IntercomClient client)
    {
        _client = client;
        _endpoint = new CompanyEndpoint(client);
    }

    /// <summary>How many companies the server counts; null before the first page, and where it does not tell.</summary>
    public long? TotalCount { get; private set; }

    /// <summary>Reads the companies.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Pages, without rows that came before.</returns>
    public async IAsyncEnumerable<IReadOnlyList<Company>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        long rows = 0;
        for (int number = 1; ; number++)
        {
            RecordPage<Company> page = await _endpoint.GetPageAsync(filter: null, number, cancellationToken).ConfigureAwait(false);
            TotalCount ??= page.TotalCount;
            rows += page.Rows.Count;
            yield return TakeNew(page.Rows);
            if (TotalCount > CompanyEndpoint.PageReach || rows >= CompanyEndpoint.PageReach)
            {
                break;
            }

            if (page.Rows.Count == 0 || rows >= page.TotalCount)
            {
                yield break;
            }
        }

        _client.Observer.Noted($"There are more than {CompanyEndpoint.PageReach} companies, which pages do not reach; scrolling through all.");
        await foreach (IReadOnlyList<Company> page in ScrollAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return page;
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<Company>> ScrollAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? key = null;
        int restarts = 0;
        while (true)
        {
            (Company[] Rows, string? Key)? page = null;
            try
            {
                page = await _endpoint.ScrollAsync(key, cancellationToken).ConfigureAwait(false);
            }
            catch (IntercomException error) when (IsBroken(error) && restarts < MaximumRestartsWithoutProgress)
            {
                // A scroll cannot go on from where it broke; a new one opens when the old one has died.
                restarts++;
                key = null;
                _client.Observer.Retrying("the scroll over all companies broke or another one is open; beginning anew", ScrollLife);
                await _client.Time.WaitAsync(ScrollLife, cancellationToken).ConfigureAwait(false);
            }

            if (page is not { } read)
            {
                continue;
            }

            if (read.Rows.Length == 0)
            {
                yield break;
            }

            key = read.Key ?? key;
            List<Company> rows = TakeNew(read.Rows);
            restarts = rows.Count > 0 ? 0 : restarts;
            yield return rows;
        }
    }

    private static bool IsBroken(IntercomException error) => error.Kind is
        ApiErrorKind.NotFound or ApiErrorKind.Rejected or ApiErrorKind.Unavailable or ApiErrorKind.TimedOut;

    private List<Company> TakeNew(IReadOnlyList<Company> rows) => rows.Where(company => company.Id is { } id && _seen.Add(id)).ToList();
}
