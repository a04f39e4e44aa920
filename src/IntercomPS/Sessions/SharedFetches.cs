using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace IntercomPS.Sessions;

/// <summary>Remembers what was fetched, and lets callers who want the same at once share one fetch. What failed is not remembered.</summary>
/// <typeparam name="TKey">What is asked for.</typeparam>
/// <typeparam name="TValue">What comes.</typeparam>
internal sealed class SharedFetches<TKey, TValue>
    where TKey : notnull
{
    private readonly object _gate = new();
    private readonly Dictionary<TKey, Task<TValue>> _fetches;
    private readonly int _capacity;

    /// <summary>Makes a memory that is empty.</summary>
    /// <param name="comparer">Which keys are the same.</param>
    /// <param name="capacity">How many answers are kept; one more makes it forget all.</param>
    public SharedFetches(IEqualityComparer<TKey> comparer, int capacity)
    {
        _fetches = new Dictionary<TKey, Task<TValue>>(comparer);
        _capacity = capacity;
    }

    /// <summary>Takes what is remembered or under way, else fetches.</summary>
    /// <param name="key">What is asked for.</param>
    /// <param name="fetch">Fetches it.</param>
    /// <param name="cancellationToken">Ends this caller's waiting, and the fetch where this caller began it.</param>
    /// <returns>What came.</returns>
    public async Task<TValue> GetAsync(TKey key, Func<CancellationToken, Task<TValue>> fetch, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Task<TValue> shared = GetOrStart(key, fetch, cancellationToken);
            await WaitAsync(shared, cancellationToken).ConfigureAwait(false);
            if (!shared.IsCanceled || cancellationToken.IsCancellationRequested)
            {
                return await shared.ConfigureAwait(false);
            }

            // Whoever began it has stopped; this caller has not, and begins one of its own.
        }
    }

    /// <summary>Remembers what was fetched otherwise.</summary>
    /// <param name="key">What was asked for.</param>
    /// <param name="value">What came.</param>
    public void Set(TKey key, TValue value)
    {
        lock (_gate)
        {
            _fetches[key] = Task.FromResult(value);
        }
    }

    /// <summary>Forgets what was fetched.</summary>
    /// <param name="key">What was asked for.</param>
    public void Forget(TKey key)
    {
        lock (_gate)
        {
            _fetches.Remove(key);
        }
    }

    private Task<TValue> GetOrStart(TKey key, Func<CancellationToken, Task<TValue>> fetch, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_fetches.TryGetValue(key, out Task<TValue>? known) && !known.IsFaulted && !known.IsCanceled)
            {
                return known;
            }

            if (_fetches.Count >= _capacity)
            {
                _fetches.Clear();
            }

            // On a pool thread: what the fetch does before its first wait must not hold the lock.
            Task<TValue> started = Task.Run(() => fetch(cancellationToken), cancellationToken);
            _fetches[key] = started;
            return started;
        }
    }

    private static async Task WaitAsync(Task shared, CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.Register(() => stopped.TrySetResult(true)))
        {
            await Task.WhenAny(shared, stopped.Task).ConfigureAwait(false);
        }

        if (!shared.IsCompleted)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
