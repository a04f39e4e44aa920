using System;

namespace IntercomPS.Client;

/// <summary>Leave to send one request.</summary>
/// <param name="GrantedAt">When it was given, by our clock.</param>
internal readonly record struct RateLimitPermit(DateTimeOffset GrantedAt);
