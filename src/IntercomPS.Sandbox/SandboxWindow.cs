namespace IntercomPS.Sandbox;

/// <summary>What the sandbox was asked in one window of the quota, by clients of one version of the API.</summary>
/// <param name="Start">The start of the 10-second window in Unix seconds.</param>
/// <param name="ApiVersion">The Intercom-Version header; empty where it was absent.</param>
/// <param name="Answered">The answers with any other status.</param>
/// <param name="Refused">The answers with status 429.</param>
public sealed record SandboxWindow(long Start, string ApiVersion, int Answered, int Refused);
