using System;

namespace IntercomPS.Client;

/// <summary>Tells nobody what a client does: for work that has no command.</summary>
internal sealed class SilentObserver : IClientObserver
{
    public static SilentObserver Instance { get; } = new();

    public void RequestCompleted(RequestTrace trace)
    {
    }

    public void Retrying(string reason, TimeSpan delay)
    {
    }

    public void WaitingForQuota(DateTimeOffset until, TimeSpan duration)
    {
    }

    public void WaitBegan()
    {
    }

    public void WaitEnded()
    {
    }

    public void Noted(string text)
    {
    }
}
