using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Client;

/// <summary>Gets many conversations by id, as many at a time as keep the quota full, and gives them back in the order asked.</summary>
internal sealed class ConversationFetcher
{
    /// <summary>How many are under way at once, at most, where the command does not say: as many as the governor lets go.</summary>
    public const int DefaultThrottleLimit = ConcurrencyLimit.Maximum;

    private readonly ConcurrentFetcher<Conversation> _fetcher;

    /// <summary>Makes a fetcher.</summary>
    /// <param name="client">The client.</param>
    /// <param name="plaintext">Whether the bodies come as plain text.</param>
    /// <param name="throttleLimit">How many are under way at once, at most.</param>
    /// <param name="known">Finds a conversation that is there with its thread already; null where none is.</param>
    public ConversationFetcher(IntercomClient client, bool plaintext, int throttleLimit, Func<string, Conversation?>? known = null)
    {
        _fetcher = new ConcurrentFetcher<Conversation>(
            client,
            (id, token) => known?.Invoke(id) is { } conversation
                ? Task.FromResult(conversation)
                : client.GetConversationAsync(id, plaintext, token),
            throttleLimit);
    }

    /// <summary>Gets conversations.</summary>
    /// <param name="ids">Their ids, which may come slowly.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What became of each, in the same order.</returns>
    /// <exception cref="IntercomException">An error that every other one would meet too, such as a bad token.</exception>
    public IAsyncEnumerable<Fetched<Conversation>> FetchAsync(IAsyncEnumerable<string> ids, CancellationToken cancellationToken = default) =>
        _fetcher.FetchAsync(ids, cancellationToken);
}
