using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Client;

/// <summary>Reads an answer's body into a pooled buffer, and has it parsed there.</summary>
internal static class AnswerBody
{
    private const int FirstBufferSize = 128 * 1024;

    /// <summary>Makes something of a body.</summary>
    /// <typeparam name="T">What is made of it.</typeparam>
    /// <param name="body">The body; it is not valid any more afterwards.</param>
    /// <returns>What was made of it.</returns>
    public delegate T Parser<out T>(ReadOnlySpan<byte> body);

    /// <summary>Looks at what has come so far.</summary>
    /// <param name="body">The body's beginning.</param>
    public delegate void Watcher(ReadOnlySpan<byte> body);

    /// <summary>Reads a body.</summary>
    /// <typeparam name="T">What is made of it.</typeparam>
    /// <param name="stream">The body.</param>
    /// <param name="parse">Makes something of the whole of it.</param>
    /// <param name="watch">Looks at it whenever more has come; null where nobody does.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What the parser made of it.</returns>
    public static async Task<T> ReadAsync<T>(Stream stream, Parser<T> parse, Watcher? watch, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBufferSize);
        try
        {
            int length = 0;
            int read;
            while ((read = await stream.ReadAsync(buffer, length, buffer.Length - length, cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += read;
                watch?.Invoke(buffer.AsSpan(0, length));
                if (length == buffer.Length)
                {
                    buffer = Grow(buffer);
                }
            }

            return parse(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] full)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        Buffer.BlockCopy(full, 0, larger, 0, full.Length);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
