using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Models.Json;
using IntercomPS.Querying;

namespace IntercomPS.Client.Endpoints;

/// <summary>Contacts: one by its id, and pages of a search.</summary>
internal sealed class ContactEndpoint
{
    private readonly IntercomClient _client;

    public ContactEndpoint(IntercomClient client)
    {
        _client = client;
    }

    /// <summary>Gets one contact (GET /contacts/{id}).</summary>
    public Task<Contact> GetAsync(string id, CancellationToken cancellationToken) =>
        RecordRequests.GetAsync(_client, "/contacts", id, ContactReader.Read, contact => contact.Id, cancellationToken);

    /// <summary>Asks for one page of a search, newest contacts first (POST /contacts/search).</summary>
    /// <param name="filter">The question.</param>
    /// <param name="pageSize">How many contacts a page has, 150 at most.</param>
    /// <param name="cursor">Where the page begins; null for the first one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The page.</returns>
    public Task<RecordPage<Contact>> SearchPageAsync(QueryNode filter, int pageSize, PageCursor? cursor, CancellationToken cancellationToken)
    {
        var post = new IntercomRequest(HttpMethod.Post, "/contacts/search")
        {
            // By when they were made, which never moves: pages then neither lose nor repeat a contact.
            Body = SearchPageRequest.WriteBody(filter, pageSize, cursor, ConversationSort.NewestFirst),
            CallerHandlesTimeout = true,
        };
        return _client.SendAsync(
            post,
            json =>
            {
                var scanner = new CursorScanner();
                scanner.Advance(json);
                Contact[] rows = RecordReader.ReadList(json, "data"u8, ContactReader.Read, out long? totalCount);
                return new RecordPage<Contact>(rows, scanner.Cursor, totalCount);
            },
            cancellationToken);
    }
}
