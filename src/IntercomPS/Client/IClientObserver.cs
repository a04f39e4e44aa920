using System;

namespace IntercomPS.Client;

/// <summary>Who is told what the client does, while it does it: the verbose stream, the warnings, the counts of a summary.</summary>
/// <remarks>Called on any thread, several at a time.</remarks>
internal interface IClientObserver
{
    /// <summary>A request was answered, or failed without an answer.</summary>
    /// <param name="trace">What can be told of it: no token, no text of a customer.</param>
    void RequestCompleted(RequestTrace trace);

    /// <summary>A request will be sent again.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="delay">After how long.</param>
    void Retrying(string reason, TimeSpan delay);

    /// <summary>A request waits for the quota.</summary>
    /// <param name="until">When the wait ends, by our clock.</param>
    /// <param name="duration">How long that is from now.</param>
    void WaitingForQuota(DateTimeOffset until, TimeSpan duration);

    /// <summary>A request begins to wait for the quota.</summary>
    void WaitBegan();

    /// <summary>A request has waited for the quota.</summary>
    void WaitEnded();

    /// <summary>Something worth a line to whoever looks for the cause of a slow or odd run.</summary>
    /// <param name="text">What happened: no token, no text of a customer.</param>
    void Noted(string text);
}
