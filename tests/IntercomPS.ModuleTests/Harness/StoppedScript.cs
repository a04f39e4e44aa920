using System;

namespace IntercomPS.ModuleTests.Harness;

/// <summary>A script whose pipeline was stopped on its way.</summary>
/// <param name="Result">What it had written by then.</param>
/// <param name="WasRunning">Whether the condition was reached and the script had not ended by itself: else the test proves nothing.</param>
/// <param name="StopTime">From the request to stop until the pipeline had ended.</param>
internal sealed record StoppedScript(ScriptResult Result, bool WasRunning, TimeSpan StopTime);
