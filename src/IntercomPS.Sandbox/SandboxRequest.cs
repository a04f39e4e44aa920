using System;

namespace IntercomPS.Sandbox;

/// <summary>One request that the sandbox answered.</summary>
/// <param name="At">When it came, by the sandbox's clock.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path with the query.</param>
/// <param name="Route">The path's template, for example <c>/conversations/{id}</c>; <c>(none)</c> where no route fits.</param>
/// <param name="Status">The status of the answer; 0 where the connection was reset before it.</param>
/// <param name="RateWindow">The start of its 10-second window in Unix seconds.</param>
/// <param name="ApiVersion">The Intercom-Version header; null where it was absent.</param>
/// <param name="Fault">What went wrong on purpose.</param>
/// <param name="RowsAskedFor">The rows a page should have had; null where it was no page.</param>
public sealed record SandboxRequest(
    DateTimeOffset At, string Method, string Path, string Route, int Status, long RateWindow, string? ApiVersion, SandboxFault Fault, int? RowsAskedFor);
