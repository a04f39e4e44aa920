using System;

namespace IntercomPS.Client;

/// <summary>Leave to send one request.</summary>
/// <param name="GrantedAt">When it was given, by our clock.</param>
/// <param name="IsProbe">Whether others wait for what this one's answer says of the quota.</param>
internal readonly record struct RateLimitPermit(DateTimeOffset GrantedAt, bool IsProbe);
