using System;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Models.Json;

namespace IntercomPS.Client;

/// <summary>Reads a page as it streams in, and tells its cursor as soon as that is known.</summary>
internal static class PageReader
{
    /// <summary>Reads a page.</summary>
    /// <param name="body">The answer's body.</param>
    /// <param name="cursorKnown">Told once, while the rest of the page may still be on its way: the cursor, or null after the last page.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The page.</returns>
    /// <exception cref="JsonException">The answer was cut short or is no JSON.</exception>
    public static Task<ConversationPage> ReadAsync(Stream body, Action<PageCursor?> cursorKnown, CancellationToken cancellationToken)
    {
        var scanner = new CursorScanner();
        return AnswerBody.ReadAsync(body, Parse, Watch, cancellationToken);

        void Watch(ReadOnlySpan<byte> json)
        {
            if (scanner.IsDone)
            {
                return;
            }

            scanner.Advance(json);
            if (scanner.IsDone)
            {
                cursorKnown(scanner.Cursor);
            }
        }

        ConversationPage Parse(ReadOnlySpan<byte> json)
        {
            Conversation[] conversations = AnswerReader.ReadPage(json, out long? totalCount);
            return new ConversationPage(conversations, scanner.Cursor, totalCount);
        }
    }
}
