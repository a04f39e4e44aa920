using System;

namespace IntercomPS.Client;

/// <summary>Why a request may not be sent yet.</summary>
/// <param name="IsQuota">Whether the quota is used up; else it is for an answer that is to come.</param>
/// <param name="Until">When the quota is there again, by our clock; null where it is not for that.</param>
/// <param name="LookAgainAt">When to look again though no answer came; null where only an answer helps.</param>
internal readonly record struct RateLimitObstacle(bool IsQuota, DateTimeOffset? Until, DateTimeOffset? LookAgainAt);
