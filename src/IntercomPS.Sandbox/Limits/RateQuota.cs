namespace IntercomPS.Sandbox.Limits;

/// <summary>What a request found in its window.</summary>
/// <param name="Allowed">Whether the request may go on.</param>
/// <param name="Limit">Requests in a window.</param>
/// <param name="Remaining">Requests left in this one.</param>
/// <param name="Reset">When the next window begins, in Unix seconds.</param>
internal sealed record RateQuota(bool Allowed, int Limit, int Remaining, long Reset);
