using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace IntercomPS.Client;

/// <summary>Does something with many ids, as many at a time as keep the quota full, and gives the results in the order of the ids.</summary>
/// <typeparam name="T">What is made of an id.</typeparam>
internal sealed class ConcurrentFetcher<T>
    where T : class
{
    private readonly IntercomClient _client;
    private readonly Func<string, CancellationToken, Task<T>> _fetch;
    private readonly int _throttleLimit;

    /// <summary>Makes a fetcher.</summary>
    /// <param name="client">The client that it asks through.</param>
    /// <param name="fetch">Asks for one.</param>
    /// <param name="throttleLimit">How many are under way at once, at most.</param>
    public ConcurrentFetcher(IntercomClient client, Func<string, CancellationToken, Task<T>> fetch, int throttleLimit)
    {
        _client = client;
        _fetch = fetch;
        _throttleLimit = throttleLimit;
    }

    /// <summary>Asks for all of them.</summary>
    /// <param name="ids">Their ids, which may come slowly.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What became of each, in the same order.</returns>
    /// <exception cref="IntercomException">An error that every other one would meet too, such as a bad token.</exception>
    public async IAsyncEnumerable<Fetched<T>> FetchAsync(
        IAsyncEnumerable<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var slots = new FetchSlots(_throttleLimit, () => _client.Concurrency);
        var queue = Channel.CreateUnbounded<Task<Fetched<T>>>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        Task feeding = Task.Run(() => FeedAsync(ids, queue.Writer, slots, stop.Token), CancellationToken.None);
        try
        {
            while (await queue.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                while (queue.Reader.TryRead(out Task<Fetched<T>>? fetch))
                {
                    Fetched<T> fetched = await fetch.ConfigureAwait(false);
                    slots.Taken();
                    yield return fetched;
                }
            }
        }
        finally
        {
            stop.Cancel();
            await Task.WhenAny(feeding).ConfigureAwait(false);
            while (queue.Reader.TryRead(out Task<Fetched<T>>? left))
            {
                await Task.WhenAny(left).ConfigureAwait(false);
                _ = left.Exception;
            }
        }
    }

    private async Task FeedAsync(
        IAsyncEnumerable<string> ids, ChannelWriter<Task<Fetched<T>>> queue, FetchSlots slots, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (string id in ids.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await slots.StartAsync(cancellationToken).ConfigureAwait(false);
                queue.TryWrite(FetchOneAsync(id, slots, cancellationToken)); // it takes all, the slots bound them
            }

            queue.Complete();
        }
        catch (Exception exception)
        {
            queue.Complete(exception); // thrown to whoever reads
        }
    }

    private async Task<Fetched<T>> FetchOneAsync(string id, FetchSlots slots, CancellationToken cancellationToken)
    {
        try
        {
            return new Fetched<T>(id, await _fetch(id, cancellationToken).ConfigureAwait(false), Error: null);
        }
        catch (IntercomException error) when (ConcernsThisOneOnly(error.Kind))
        {
            return new Fetched<T>(id, Item: null, error);
        }
        finally
        {
            slots.Ended();
        }
    }

    private static bool ConcernsThisOneOnly(ApiErrorKind kind) =>
        kind is ApiErrorKind.NotFound or ApiErrorKind.Rejected or ApiErrorKind.Unavailable or ApiErrorKind.TimedOut;
}
