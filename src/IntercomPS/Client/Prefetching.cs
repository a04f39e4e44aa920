using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace IntercomPS.Client;

/// <summary>Reads a stream a little ahead of its consumer, so that reading and consuming go on side by side.</summary>
internal static class Prefetching
{
    /// <summary>Reads ahead.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="source">The stream.</param>
    /// <param name="ahead">How many items wait at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The same items in the same order.</returns>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        IAsyncEnumerable<T> source, int ahead, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var queue = Channel.CreateBounded<T>(new BoundedChannelOptions(ahead) { SingleReader = true, SingleWriter = true });
        Task reading = Task.Run(() => FillAsync(source, queue.Writer, stop.Token), CancellationToken.None);
        try
        {
            while (await queue.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                while (queue.Reader.TryRead(out T? item))
                {
                    yield return item;
                }
            }
        }
        finally
        {
            stop.Cancel();
            await reading.ConfigureAwait(false);
        }
    }

    private static async Task FillAsync<T>(IAsyncEnumerable<T> source, ChannelWriter<T> queue, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (T item in source.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await queue.WriteAsync(item, cancellationToken).ConfigureAwait(false);
            }

            queue.Complete();
        }
        catch (Exception exception)
        {
            queue.Complete(exception); // thrown to whoever reads
        }
    }
}
