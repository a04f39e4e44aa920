using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client.Endpoints;
using IntercomPS.Contacts;

namespace IntercomPS.Client;

/// <summary>A search of contacts as callers see it: every contact that matches, once, newest first, page by page.</summary>
internal sealed class ContactSearch
{
    private const int MaximumRestartsWithoutProgress = 3;

    private readonly IntercomClient _client;
    private readonly ContactEndpoint _endpoint;
    private readonly ContactQuery _query;
    private readonly PageSizes _sizes = new();
    private readonly SeenIds _seen = new();
    private int _triesAtSmallest;
    private long? _wanted;

    /// <summary>Makes a search; nothing is sent before it is read.</summary>
    /// <param name="client">The client.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="first">How many contacts are wanted; null for all.</param>
    public ContactSearch(IntercomClient client, ContactQuery query, long? first = null)
    {
        _client = client;
        _endpoint = new ContactEndpoint(client);
        _query = query;
        _wanted = first;
    }

    /// <summary>How many contacts the server found, known with the first page; those near the bounds of a time range may be counted though they do not match.</summary>
    public long? TotalCount { get; private set; }

    /// <summary>Reads the contacts.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Pages without the rows that came before or do not match; the first one is given even when it is empty.</returns>
    public async IAsyncEnumerable<IReadOnlyList<Contact>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        PageCursor? cursor = null;
        bool begun = false;
        int restarts = 0;
        while (_wanted != 0)
        {
            RecordPage<Contact>? page = await TryPageAsync(cursor, cancellationToken).ConfigureAwait(false);
            if (page is null)
            {
                // A refused cursor leaves only the beginning; what came already is passed over.
                restarts = restarts < MaximumRestartsWithoutProgress
                    ? restarts + 1
                    : throw new IntercomException(ApiErrorKind.Rejected, "Intercom keeps refusing the cursors of its own pages; try again later.");
                cursor = null;
                continue;
            }

            TotalCount ??= page.TotalCount;
            List<Contact> found = page.Rows.Where(contact => _seen.Add(contact.Id)).ToList();
            restarts = found.Count > 0 ? 0 : restarts;
            List<Contact> rows = found.Where(_query.Matches).Take((int)Math.Min(_wanted ?? int.MaxValue, int.MaxValue)).ToList();
            _wanted -= rows.Count;
            if (rows.Count > 0 || !begun)
            {
                yield return rows;
            }

            begun = true;
            if (page.Next is null || (page.Rows.Count == 0 && page.Next == cursor))
            {
                yield break;
            }

            if (page.Next == cursor)
            {
                throw new IntercomException(ApiErrorKind.Unavailable, "Intercom names the same page as the next one again and again. Try again later.");
            }

            cursor = page.Next;
        }
    }

    /// <returns>The page; null where its cursor was refused.</returns>
    private async Task<RecordPage<Contact>?> TryPageAsync(PageCursor? cursor, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Rows that do not match after all would bring ever smaller pages of the rest: only the first one is cut.
            int size = cursor is null && _query.Conditions.Count == 0 ? (int)Math.Min(_sizes.Current, _wanted ?? _sizes.Current) : _sizes.Current;
            try
            {
                RecordPage<Contact> page = await _endpoint.SearchPageAsync(_query.Filter, size, cursor, cancellationToken).ConfigureAwait(false);
                _sizes.Succeeded();
                _triesAtSmallest = 0;
                return page;
            }
            catch (IntercomException error) when (error.Kind == ApiErrorKind.TimedOut && _sizes.TryShrink(size, ref _triesAtSmallest))
            {
                _client.Observer.Retrying($"a page took too long; asking for {_sizes.Current} contacts at once", _sizes.Delay);
                await _client.Time.WaitAsync(_sizes.Delay, cancellationToken).ConfigureAwait(false);
            }
            catch (IntercomException error) when (error.Kind == ApiErrorKind.CursorRefused && cursor is not null)
            {
                _client.Observer.Retrying("the server refused a cursor; beginning anew, without what came already", TimeSpan.Zero);
                return null;
            }
        }
    }
}
