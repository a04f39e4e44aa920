using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Export;

namespace IntercomPS.Pipeline;

/// <summary>Fetches the threads of conversations that are to be exported with them.</summary>
internal sealed class ThreadReading
{
    private readonly IntercomClient _client;
    private readonly int _throttleLimit;
    private readonly ConcurrentDictionary<string, Conversation> _withThread = new(StringComparer.Ordinal);

    public ThreadReading(IntercomClient client, int throttleLimit)
    {
        _client = client;
        _throttleLimit = throttleLimit;
    }

    /// <summary>Fetches.</summary>
    /// <param name="pages">The conversations.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The conversations with their threads, in the same order; what is not there any more is skipped, on a page with a later one, if there is one.</returns>
    public async IAsyncEnumerable<ExportPage> ReadAsync(
        IAsyncEnumerable<IReadOnlyList<Conversation>> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var fetcher = new ConversationFetcher(_client, plaintext: false, _throttleLimit, TakeWithThread);
        var page = new List<Conversation>(IntercomClient.ContactBatchSize);
        var skipped = new List<SkippedConversation>();
        var trailing = new List<SkippedConversation>();
        await foreach (Fetched<Conversation> fetched in fetcher.FetchAsync(IdsOf(pages, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            if (fetched.Item is { } conversation)
            {
                page.Add(conversation);
                skipped.AddRange(trailing);
                trailing.Clear();
                if (page.Count == IntercomClient.ContactBatchSize)
                {
                    // Not one by one: the email addresses of a page are looked up together.
                    yield return new ExportPage(page, skipped);
                    page = new List<Conversation>(IntercomClient.ContactBatchSize);
                    skipped = [];
                }
            }
            else if (fetched.Error!.Kind == ApiErrorKind.NotFound)
            {
                trailing.Add(new SkippedConversation(fetched.Id, SkippedConversation.NotFound));
                _client.Observer.Noted($"Conversation {fetched.Id} was deleted meanwhile; it is left out.");
            }
            else
            {
                throw fetched.Error;
            }
        }

        yield return new ExportPage(page, skipped);
        yield return new ExportPage([], trailing);
    }

    /// <summary>Get-IntercomConversation has fetched the thread already.</summary>
    private Conversation? TakeWithThread(string id) => _withThread.TryRemove(id, out Conversation? conversation) ? conversation : null;

    private async IAsyncEnumerable<string> IdsOf(
        IAsyncEnumerable<IReadOnlyList<Conversation>> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (IReadOnlyList<Conversation> page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (Conversation conversation in page)
            {
                if (conversation.HasParts)
                {
                    _withThread[conversation.Id] = conversation;
                }

                yield return conversation.Id;
            }
        }
    }
}
