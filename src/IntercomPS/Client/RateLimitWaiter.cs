using System;
using System.Threading.Tasks;

namespace IntercomPS.Client;

/// <summary>One request that waits for its turn; all of it is guarded by the governor's lock but the wait itself.</summary>
internal sealed class RateLimitWaiter
{
    private TaskCompletionSource<bool> _news = NewSignal();

    /// <summary>Ends when there is something new to look at.</summary>
    public Task News => _news.Task;

    /// <summary>The permit; null while it waits.</summary>
    public RateLimitPermit? Permit { get; private set; }

    /// <summary>Until when the quota is used up, as last told; null where it waits for something else.</summary>
    public DateTimeOffset? QuotaUntil { get; private set; }

    /// <summary>Whether nobody waits any more.</summary>
    public bool IsCancelled { get; private set; }

    /// <summary>Gives it its permit.</summary>
    /// <param name="permit">The permit.</param>
    public void Grant(RateLimitPermit permit)
    {
        Permit = permit;
        _news.TrySetResult(true);
    }

    /// <summary>Tells it that the quota is used up.</summary>
    /// <param name="until">Until when.</param>
    public void Tell(DateTimeOffset until)
    {
        QuotaUntil = until;
        _news.TrySetResult(true);
    }

    /// <summary>Ends its wait.</summary>
    public void Cancel()
    {
        IsCancelled = true;
        _news.TrySetResult(true);
    }

    /// <summary>Takes note that all that is new was looked at.</summary>
    public void Seen() => _news = NewSignal();

    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
