namespace IntercomPS.Benchmarks.Processes;

/// <summary>What one client used of one window, as the sandbox's process tells it.</summary>
/// <param name="Start">The start of the window in Unix seconds.</param>
/// <param name="Client">The version of the API that the client asks for, by which clients are told apart.</param>
/// <param name="Answered">The requests that were let through.</param>
/// <param name="Refused">The answers with status 429.</param>
internal sealed record QuotaWindow(long Start, string Client, int Answered, int Refused);
