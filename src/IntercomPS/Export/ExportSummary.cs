using System;
using IntercomPS.Export;

namespace IntercomPS;

/// <summary>What an export did.</summary>
public sealed class ExportSummary
{
    /// <summary>The full path of the file.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>The full path of the second file, which holds the parts; null unless parts were exported as CSV.</summary>
    public string? PartsPath { get; init; }

    /// <summary>The full path of the manifest; null unless one was asked for.</summary>
    public string? ManifestPath { get; init; }

    /// <summary>The file's format.</summary>
    public ExportFormat Format { get; init; }

    /// <summary>How many conversations were written.</summary>
    public long Rows { get; init; }

    /// <summary>How many parts were written, in whatever format; 0 when none were asked for.</summary>
    public long PartRows { get; init; }

    /// <summary>How many conversations were left out because they vanished meanwhile.</summary>
    public int Skipped { get; init; }

    /// <summary>How many conversations have more parts than Intercom returns, so that the oldest are missing; the column missing_part_count says how many.</summary>
    public int IncompleteThreads { get; init; }

    /// <summary>Whether nothing is missing, as far as can be told: no part, no conversation that vanished, and, with a manifest or -Strict, none that Intercom counts but does not return.</summary>
    public bool IsComplete { get; init; }

    /// <summary>How many conversations Intercom counted at the start, those included that only a check here leaves out; null where it did not tell, and for an export from the pipeline.</summary>
    public long? Counted { get; init; }

    /// <summary>How many conversations Intercom returned, those included that only a check here leaves out; null for an export from the pipeline.</summary>
    public long? Received { get; init; }

    /// <summary>The bound of the export, by Intercom's clock: nothing that began then or later is in it, so that the next one can begin with -CreatedAfter this. Null for an export from the pipeline.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>How many requests were sent to the API; like the next four, in all runs together.</summary>
    public int Requests { get; init; }

    /// <summary>How many of them were sent again, after a failure.</summary>
    public int Retries { get; init; }

    /// <summary>How many answers refused for want of quota (429).</summary>
    public int RateLimitRefusals { get; init; }

    /// <summary>How often the export waited for the rate limit.</summary>
    public int Waits { get; init; }

    /// <summary>How long the export waited for the rate limit, all waits together.</summary>
    public TimeSpan WaitTime { get; init; }

    /// <summary>How many runs the export took: more than one where it was resumed.</summary>
    public int Runs { get; init; }

    /// <summary>How long the export took, from its start to the finished file; of several runs, without the time between them.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The size of all its files, in bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>When the export began, in UTC: its first run, where it was resumed.</summary>
    public DateTimeOffset StartedAt { get; init; }

    internal static ExportSummary Of(ExportOptions options, ExportTally tally, long bytes) => new()
    {
        Path = System.IO.Path.GetFullPath(options.Path),
        PartsPath = options.HasPartsFile ? System.IO.Path.GetFullPath(ExportTarget.PartsPathOf(options.Path)) : null,
        ManifestPath = options.Manifest ? System.IO.Path.GetFullPath(ExportTarget.ManifestPathOf(options.Path)) : null,
        Format = options.Format,
        Rows = tally.Rows,
        PartRows = tally.PartRows,
        Runs = tally.Runs,
        IsComplete = MissingContent.Of(tally).Count == 0,
        Skipped = tally.Skipped.Count,
        IncompleteThreads = tally.Incomplete.Count,
        Counted = tally.Counted,
        Received = tally.Received,
        CreatedBefore = tally.CreatedBefore is { } bound ? DateTimeOffset.FromUnixTimeSeconds(bound) : null,
        Requests = tally.Requests.Requests,
        Retries = tally.Requests.Retries,
        RateLimitRefusals = tally.Requests.Refusals,
        Waits = tally.Requests.Waits,
        WaitTime = tally.Requests.WaitTime,
        Bytes = bytes,
        StartedAt = tally.StartedAt,
        Duration = tally.Elapsed,
    };

    /// <summary>The path.</summary>
    /// <returns>The full path of the file.</returns>
    public override string ToString() => Path;
}
