using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace IntercomPS.Client.Slicing;

/// <summary>
/// Reads what a plan finds, in its order: a small result as one search, a large one in slices of the time of creation,
/// which are read side by side and given out one after the other.
/// </summary>
internal sealed class SlicedSearch
{
    private readonly SliceContext _context;
    private readonly SliceReading _whole;
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private Conversation? _last;
    private long _given;

    /// <summary>Makes a search; nothing is sent before it is read.</summary>
    /// <param name="context">What is read, and how.</param>
    public SlicedSearch(SliceContext context)
    {
        _context = context;
        _whole = new SliceReading(context, context.Whole, expected: 0, givenOut: []);
    }

    /// <summary>How many conversations the server counts, known with the first page; null before.</summary>
    public long? TotalCount => _whole.TotalCount;

    private long? Wanted => _context.Reading.First - _given;

    /// <summary>Reads.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Pages of conversations, each once; one page is given even when nothing is found.</returns>
    public async IAsyncEnumerable<IReadOnlyList<Conversation>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var line = new LinkedList<SliceReading>();
        line.AddFirst(_whole);
        bool any = false;
        try
        {
            while (line.First is { } head && !(Wanted <= 0))
            {
                head.Value.IsItsTurn = true;
                Advance(line, stop.Token);
                bool ended = head.Value.HasEnded;
                if (head.Value.Take() is { } page)
                {
                    any = true;
                    yield return Limit(page);
                }
                else if (ended)
                {
                    await head.Value.CompletionAsync().ConfigureAwait(false);
                    line.Remove(head);
                }
                else
                {
                    await _changes.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            if (!any)
            {
                yield return Array.Empty<Conversation>();
            }
        }
        finally
        {
            stop.Cancel();
            foreach (SliceReading left in line)
            {
                await Task.WhenAny(left.CompletionAsync()).ConfigureAwait(false);
                _ = left.CompletionAsync().Exception; // what matters was thrown
            }
        }
    }

    private IReadOnlyList<Conversation> Limit(IReadOnlyList<Conversation> page)
    {
        IReadOnlyList<Conversation> wanted = page.Count > Wanted ? page.Take((int)Wanted.Value).ToList() : page;
        _given += wanted.Count;
        if (_context.Reading.InExactOrder)
        {
            RequireOrder(wanted);
        }

        return wanted;
    }

    /// <summary>Slices are sorted here; a question that has no room for their bounds depends on the server's order.</summary>
    private void RequireOrder(IReadOnlyList<Conversation> page)
    {
        foreach (Conversation conversation in page)
        {
            if (_last is not null && _context.Plan.Sort.Compare(_last, conversation) >= 0)
            {
                throw new IntercomException(
                    ApiErrorKind.Unavailable,
                    "Intercom does not keep the order of creation, and the query is too wide to be cut into parts. Use a narrower query.");
            }

            _last = conversation;
        }
    }

    /// <summary>
    /// Puts parts into the line, behind what they are parts of, and starts the first readings that are not yet started:
    /// as many as go side by side and are wanted.
    /// </summary>
    private void Advance(LinkedList<SliceReading> line, CancellationToken cancellationToken)
    {
        int most = _context.SideBySide;
        int running = 0;
        long expected = 0;
        for (LinkedListNode<SliceReading>? node = line.First; node is not null && running < most && !(expected >= Wanted); node = node.Next)
        {
            SliceReading reading = node.Value;
            if (!reading.IsStarted)
            {
                reading.Start(() => _changes.Writer.TryWrite(true), cancellationToken);
            }

            if (!reading.HasEnded)
            {
                running++;
            }
            else
            {
                LinkedListNode<SliceReading> last = node;
                foreach (SliceReading part in reading.TakeParts())
                {
                    last = line.AddAfter(last, part);
                }
            }

            expected += reading.ExpectedRows;
        }
    }
}
