using System;

namespace IntercomPS.Client;

/// <summary>What some requests came to.</summary>
/// <param name="Requests">The requests that were sent, repeated ones included.</param>
/// <param name="Retries">The requests that were sent again.</param>
/// <param name="Refusals">The answers that refused for want of quota (429).</param>
/// <param name="Waits">How often they waited for the quota.</param>
/// <param name="WaitTime">How long they waited for it in all.</param>
internal readonly record struct RequestTotals(int Requests, int Retries, int Refusals, int Waits, TimeSpan WaitTime)
{
    public static RequestTotals operator +(RequestTotals first, RequestTotals second) => new(
        first.Requests + second.Requests,
        first.Retries + second.Retries,
        first.Refusals + second.Refusals,
        first.Waits + second.Waits,
        first.WaitTime + second.WaitTime);
}
