using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Channels;

namespace IntercomPS.Pipeline;

/// <summary>Reads a channel as a stream, which .NET Framework's package does not offer.</summary>
internal static class ChannelReading
{
    /// <summary>Reads a channel to its end.</summary>
    /// <typeparam name="T">What is in it.</typeparam>
    /// <param name="reader">The channel.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What comes.</returns>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        ChannelReader<T> reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (reader.TryRead(out T? item))
            {
                yield return item;
            }
        }
    }
}
