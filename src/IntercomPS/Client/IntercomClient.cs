using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Models.Json;
using IntercomPS.Querying;

namespace IntercomPS.Client;

/// <summary>The endpoints of the API that the module uses, for one command: its transport, its retries, its observer.</summary>
internal sealed class IntercomClient
{
    /// <summary>How often a failed request is sent again when the command does not say.</summary>
    public const int DefaultRetries = 6;

    /// <summary>The most contacts that are asked for at once.</summary>
    public const int ContactBatchSize = 50;

    private readonly IntercomTransport _transport;
    private readonly IClientObserver _observer;
    private readonly RetryPolicy _retry;

    public IntercomClient(IntercomTransport transport, IClientObserver observer, int retries = DefaultRetries)
    {
        _transport = transport;
        _observer = observer;
        _retry = new RetryPolicy(retries, observer, transport.Time);
    }

    /// <summary>Who is told what the client does.</summary>
    public IClientObserver Observer => _observer;

    /// <summary>The server's time now, and never ahead of it; by our own clock before the first answer.</summary>
    public DateTimeOffset ServerNow => _transport.ServerNow;

    /// <summary>The clock.</summary>
    public TimeProvider Time => _transport.Time;

    /// <summary>How many requests may be under way at once at present, those of other commands among them.</summary>
    public int Concurrency => _transport.Concurrency;

    /// <summary>How long answers take at present, on average; null before the first one.</summary>
    public TimeSpan? Latency => _transport.Latency;

    /// <summary>Asks who the token belongs to (GET /me).</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The admin and the workspace.</returns>
    public Task<TokenOwner> GetMeAsync(CancellationToken cancellationToken) =>
        SendAsync(new IntercomRequest(HttpMethod.Get, "/me"), AnswerReader.ReadMe, cancellationToken);

    /// <summary>Gets a conversation with its thread (GET /conversations/{id}).</summary>
    /// <param name="id">The conversation's id.</param>
    /// <param name="plaintext">Whether the bodies come as plain text.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The conversation.</returns>
    public async Task<Conversation> GetConversationAsync(string id, bool plaintext, CancellationToken cancellationToken)
    {
        var get = new IntercomRequest(HttpMethod.Get, "/conversations/" + Uri.EscapeDataString(id))
        {
            Query = plaintext ? "display_as=plaintext" : null,
        };
        Conversation conversation = await SendAsync(get, AnswerReader.ReadConversation, cancellationToken).ConfigureAwait(false);
        if (plaintext)
        {
            DerivedFields.MarkPlaintext(conversation);
        }

        // An id such as "." ends in another path, whose answer is no conversation.
        return conversation.Id.Length > 0
            ? conversation
            : throw new IntercomException(ApiErrorKind.NotFound, $"Intercom has no conversation with the id '{id}'.");
    }

    /// <summary>Asks for one page of a search (POST /conversations/search).</summary>
    /// <param name="request">The page.</param>
    /// <param name="cursorKnown">Told as soon as the answer shows the next page's cursor, perhaps more than once when the request is repeated.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The page.</returns>
    public Task<ConversationPage> SearchPageAsync(
        SearchPageRequest request, Action<PageCursor?> cursorKnown, CancellationToken cancellationToken)
    {
        var post = new IntercomRequest(HttpMethod.Post, "/conversations/search")
        {
            Body = request.ToJson(),
            PageSize = request.PageSize,
            CallerHandlesTimeout = true,
        };
        return SendAsync(post, (body, token) => PageReader.ReadAsync(body, cursorKnown, token), cancellationToken);
    }

    /// <summary>Looks up the email addresses of contacts (POST /contacts/search).</summary>
    /// <param name="ids">The contacts' ids, <see cref="ContactBatchSize"/> at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The addresses by id; a contact that does not exist any more is missing, one without an address is null.</returns>
    public async Task<IReadOnlyDictionary<string, string?>> FindContactEmailsAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var filter = new QueryFilter("id", SearchOperator.In, ids.Cast<object?>().ToList());
        var post = new IntercomRequest(HttpMethod.Post, "/contacts/search")
        {
            Body = SearchPageRequest.WriteBody(filter, ContactBatchSize, cursor: null, sort: null),
        };
        return await SendAsync(post, AnswerReader.ReadContactEmails, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a request, again where that is safe and may help, and has its answer read.</summary>
    /// <typeparam name="T">What is made of the answer.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="parse">Reads a good answer.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What the reader made of the answer.</returns>
    /// <exception cref="IntercomException">No good answer came.</exception>
    public Task<T> SendAsync<T>(IntercomRequest request, AnswerBody.Parser<T> parse, CancellationToken cancellationToken) =>
        SendAsync(request, (body, token) => AnswerBody.ReadAsync(body, parse, watch: null, token), cancellationToken);

    /// <summary>Asks for a file, again where that may help.</summary>
    /// <typeparam name="T">What is made of the answer.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the file from its start, and calls the action for each piece that has come.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What the reader made of the answer.</returns>
    /// <exception cref="IntercomException">No good answer came.</exception>
    public Task<T> DownloadAsync<T>(
        IntercomRequest request, Func<Stream, Action, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        _retry.RunAsync(request, token => _transport.SendAsync(request, read, _observer, token), cancellationToken);

    private Task<T> SendAsync<T>(
        IntercomRequest request, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        _retry.RunAsync(request, token => _transport.SendAsync(request, read, _observer, token), cancellationToken);
}
