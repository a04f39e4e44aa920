using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Client.Slicing;

/// <summary>
/// The reading of one slice. Its first page tells how many conversations it has: where they are many, the rest is cut
/// into parts, each a reading of its own; else it reads on, ahead of its turn as far as the budget lets it.
/// </summary>
internal sealed class SliceReading
{
    private readonly SliceContext _context;
    private readonly TimeSlice _slice;
    private readonly HashSet<string> _givenOut;
    private readonly SliceSearch _search;
    private readonly SlicePages _pages;
    private readonly long _expected;
    private List<Conversation>? _unobserved = [];
    private Task? _task;
    private bool _partsTaken;
    private volatile bool _isItsTurn;
    private volatile bool _ended;
    private volatile SliceCut? _cut;

    /// <summary>Makes a reading; nothing is sent before it is started.</summary>
    /// <param name="context">What all slices have in common.</param>
    /// <param name="slice">The slice.</param>
    /// <param name="expected">About how many conversations it has; 0 where nothing is known of it.</param>
    /// <param name="givenOut">The ids that are to be left out.</param>
    public SliceReading(SliceContext context, TimeSlice slice, long expected, HashSet<string> givenOut)
    {
        _context = context;
        _slice = slice;
        _givenOut = givenOut;
        _expected = expected;
        _search = new SliceSearch(context.Client, context.Plan, slice, IsWanted, Observe, new SearchSettings
        {
            First = slice == context.Whole ? context.Reading.First : null,
            LooksAheadAtOnce = !context.IsCuttable,
            Sizes = context.Sizes,
        });
        _pages = new SlicePages(context.Budget, context.Reading.InExactOrder && context.IsCuttable ? context.Plan.Sort : null);
    }

    /// <summary>About how many conversations it gives, its parts aside.</summary>
    public long ExpectedRows => _cut is null ? TotalCount ?? _expected : 0;

    /// <summary>How many conversations the server counts in it, known with the first page; null before.</summary>
    public long? TotalCount => _search.TotalCount;

    /// <summary>Whether it was started.</summary>
    public bool IsStarted => _task is not null;

    /// <summary>Whether it reads no more itself; its parts may.</summary>
    public bool HasEnded => _ended;

    /// <summary>Whether it is the one whose conversations are wanted now, so that it waits for no budget.</summary>
    public bool IsItsTurn
    {
        get => _isItsTurn;
        set
        {
            if (_isItsTurn != value)
            {
                _isItsTurn = value;
                _context.Budget.Wake();
            }
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="changed">Called when it has more to give, and when it has ended.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public void Start(Action changed, CancellationToken cancellationToken) =>
        _task = Task.Run(() => RunAsync(changed, cancellationToken), CancellationToken.None);

    /// <summary>Takes the next page that is there.</summary>
    /// <returns>The page; null where none is.</returns>
    public IReadOnlyList<Conversation>? Take() => _pages.Take();

    /// <summary>Waits until nothing of it runs any more.</summary>
    /// <returns>A task that ends then, and tells what went wrong.</returns>
    public Task CompletionAsync() => _task ?? Task.CompletedTask;

    /// <summary>The readings of its parts, once it has ended and the first time only: they follow what it has given itself.</summary>
    /// <returns>The parts; none where it was not cut.</returns>
    public IReadOnlyList<SliceReading> TakeParts()
    {
        if (_cut is not { } cut || _partsTaken)
        {
            return Array.Empty<SliceReading>();
        }

        _partsTaken = true;
        HashSet<string> givenOut = [.. _givenOut, .. cut.GivenOut];
        return cut.Parts.Select(part => new SliceReading(_context, part, cut.ExpectedRows, givenOut)).ToList();
    }

    private async Task RunAsync(Action changed, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(changed, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _ended = true;
            changed();
        }
    }

    private async Task ReadAsync(Action changed, CancellationToken cancellationToken)
    {
        IAsyncEnumerator<IReadOnlyList<Conversation>> pages = _search.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            bool more = await pages.MoveNextAsync().ConfigureAwait(false);
            _cut = more ? await SliceCut.TryAsync(_context, _slice, _search, pages.Current, cancellationToken).ConfigureAwait(false) : null;
            TellOfFirstPage(_cut);
            if (_cut is { } cut)
            {
                _pages.Add(cut.Kept);
            }
            else
            {
                while (more)
                {
                    _pages.Add(pages.Current);
                    changed();
                    await _context.Budget.WaitAsync(this, cancellationToken).ConfigureAwait(false);
                    more = await pages.MoveNextAsync().ConfigureAwait(false);
                }

                await AccountAsync(cancellationToken).ConfigureAwait(false);
            }

            _pages.Complete();
        }
        finally
        {
            await pages.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task AccountAsync(CancellationToken cancellationToken)
    {
        if (_context.Reading.Unaccounted is { } tell
            && await _search.CountUnaccountedAsync(cancellationToken).ConfigureAwait(false) is > 0 and { } missing)
        {
            tell(missing);
        }
    }

    /// <summary>Of the first page, what a part will find again is told of there.</summary>
    private void TellOfFirstPage(SliceCut? cut)
    {
        List<Conversation> page;
        lock (_pages)
        {
            page = _unobserved!;
            _unobserved = null;
        }

        foreach (Conversation conversation in page.Where(conversation => cut is null || !cut.IsReadAgain(conversation)))
        {
            _context.Reading.Observed?.Invoke(conversation);
        }
    }

    /// <summary>Called by each of the searches that are merged.</summary>
    private void Observe(Conversation conversation)
    {
        if (_context.Reading.Observed is not { } observed || !_slice.Contains(conversation))
        {
            return;
        }

        lock (_pages)
        {
            if (_unobserved is { } waiting)
            {
                waiting.Add(conversation);
                return;
            }
        }

        observed(conversation);
    }

    private bool IsWanted(Conversation conversation) =>
        _slice.Contains(conversation)
        && _context.Reading.IsBehindStart(conversation)
        && !_givenOut.Contains(conversation.Id);
}
