using System;

namespace IntercomPS.Client;

/// <summary>What the requests of one round trip came to: those that were sent since the round before was judged.</summary>
/// <param name="Latency">The median time to an answer; null where none came.</param>
/// <param name="FailedShare">The share that failed, from 0 to 1.</param>
internal readonly record struct RoundTrip(TimeSpan? Latency, double FailedShare);
