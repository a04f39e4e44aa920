using System;

namespace IntercomPS.Reporting;

/// <summary>Delays that grow up to a longest one.</summary>
internal sealed class BackOff
{
    private readonly double _growth;
    private readonly TimeSpan _longest;
    private TimeSpan _next;

    public BackOff(TimeSpan first, double growth, TimeSpan longest)
    {
        _next = first;
        _growth = growth;
        _longest = longest;
    }

    /// <summary>The next delay.</summary>
    /// <returns>The first one, or what the last one has grown to.</returns>
    public TimeSpan Next()
    {
        TimeSpan delay = _next;
        var grown = TimeSpan.FromTicks((long)(delay.Ticks * _growth));
        _next = grown < _longest ? grown : _longest;
        return delay;
    }
}
