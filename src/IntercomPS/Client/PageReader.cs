using System;
using System.Buffers;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Models.Json;

namespace IntercomPS.Client;

/// <summary>Reads a page as it streams in, and tells its cursor as soon as that is known.</summary>
internal static class PageReader
{
    private const int FirstBufferSize = 128 * 1024;

    /// <summary>Reads a page.</summary>
    /// <param name="body">The answer's body.</param>
    /// <param name="cursorKnown">Told once, while the rest of the page may still be on its way: the cursor, or null after the last page.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The page.</returns>
    /// <exception cref="JsonException">The answer was cut short or is no JSON.</exception>
    public static async Task<ConversationPage> ReadAsync(Stream body, Action<PageCursor?> cursorKnown, CancellationToken cancellationToken)
    {
        var scanner = new CursorScanner();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBufferSize);
        try
        {
            int length = 0;
            while (true)
            {
                if (length == buffer.Length)
                {
                    buffer = Grow(buffer, length);
                }

                int read = await body.ReadAsync(buffer, length, buffer.Length - length, cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    break;
                }

                length += read;
                if (!scanner.IsDone)
                {
                    scanner.Advance(buffer.AsSpan(0, length));
                    if (scanner.IsDone)
                    {
                        cursorKnown(scanner.Cursor);
                    }
                }
            }

            return Parse(buffer.AsSpan(0, length), scanner.Cursor);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static ConversationPage Parse(ReadOnlySpan<byte> json, PageCursor? next)
    {
        PageContract contract = JsonSerializer.Deserialize(json, IntercomJsonContext.Default.PageContract)
            ?? throw new JsonException("The page is null.");
        Conversation[] conversations = ConversationMapper.MapList(contract.Conversations, ConversationMapper.Map);
        return new ConversationPage(conversations, next, contract.TotalCount);
    }

    private static byte[] Grow(byte[] buffer, int length)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        Buffer.BlockCopy(buffer, 0, larger, 0, length);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
