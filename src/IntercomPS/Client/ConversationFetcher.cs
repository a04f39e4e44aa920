using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace IntercomPS.Client;

/// <summary>Gets many conversations by id, several at a time, and gives them back in the order asked.</summary>
internal sealed class ConversationFetcher
{
    /// <summary>How many are under way at once where the command does not say.</summary>
    public const int DefaultThrottleLimit = 20;

    private readonly IntercomClient _client;
    private readonly bool _plaintext;
    private readonly int _throttleLimit;
    private readonly Func<string, Conversation?>? _known;

    /// <summary>Makes a fetcher.</summary>
    /// <param name="client">The client.</param>
    /// <param name="plaintext">Whether the bodies come as plain text.</param>
    /// <param name="throttleLimit">How many are under way at once, at most.</param>
    /// <param name="known">Finds a conversation that is there with its thread already; null where none is.</param>
    public ConversationFetcher(IntercomClient client, bool plaintext, int throttleLimit, Func<string, Conversation?>? known = null)
    {
        _known = known;
        _client = client;
        _plaintext = plaintext;
        _throttleLimit = throttleLimit;
    }

    /// <summary>Gets conversations.</summary>
    /// <param name="ids">Their ids, which may come slowly.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What became of each, in the same order.</returns>
    /// <exception cref="IntercomException">An error that every other one would meet too, such as a bad token.</exception>
    public async IAsyncEnumerable<FetchedConversation> FetchAsync(
        IAsyncEnumerable<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // The queue bounds what waits behind a slow one; the slots bound what is under way.
        var queue = Channel.CreateBounded<Task<FetchedConversation>>(_throttleLimit * 2);
        using var slots = new SemaphoreSlim(_throttleLimit);
        Task feeding = Task.Run(() => FeedAsync(ids, queue.Writer, slots, stop.Token), CancellationToken.None);
        try
        {
            while (await queue.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                while (queue.Reader.TryRead(out Task<FetchedConversation>? fetch))
                {
                    yield return await fetch.ConfigureAwait(false);
                }
            }
        }
        finally
        {
            stop.Cancel();
            await Task.WhenAny(feeding).ConfigureAwait(false);
            while (queue.Reader.TryRead(out Task<FetchedConversation>? left))
            {
                await Task.WhenAny(left).ConfigureAwait(false);
                _ = left.Exception;
            }
        }
    }

    private async Task FeedAsync(
        IAsyncEnumerable<string> ids, ChannelWriter<Task<FetchedConversation>> queue, SemaphoreSlim slots, CancellationToken cancellationToken)
    {
        Task<FetchedConversation>? unqueued = null;
        try
        {
            await foreach (string id in ids.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
                unqueued = FetchOneAsync(id, slots, cancellationToken);
                await queue.WriteAsync(unqueued, cancellationToken).ConfigureAwait(false);
                unqueued = null;
            }

            queue.Complete();
        }
        catch (Exception exception)
        {
            if (unqueued is not null)
            {
                await Task.WhenAny(unqueued).ConfigureAwait(false);
                _ = unqueued.Exception;
            }

            queue.Complete(exception);
        }
    }

    private async Task<FetchedConversation> FetchOneAsync(string id, SemaphoreSlim slots, CancellationToken cancellationToken)
    {
        try
        {
            Conversation conversation = _known?.Invoke(id)
                ?? await _client.GetConversationAsync(id, _plaintext, cancellationToken).ConfigureAwait(false);
            return new FetchedConversation(id, conversation, Error: null);
        }
        catch (IntercomException error) when (ConcernsThisOneOnly(error.Kind))
        {
            return new FetchedConversation(id, Conversation: null, error);
        }
        finally
        {
            slots.Release();
        }
    }

    private static bool ConcernsThisOneOnly(ApiErrorKind kind) =>
        kind is ApiErrorKind.NotFound or ApiErrorKind.Rejected or ApiErrorKind.Unavailable or ApiErrorKind.TimedOut;
}
