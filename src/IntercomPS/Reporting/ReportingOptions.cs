using System;
using System.Collections.Generic;
using IntercomPS.Querying;

namespace IntercomPS.Reporting;

/// <summary>What reporting data to export where, and how.</summary>
internal sealed class ReportingOptions
{
    /// <summary>The file's path, already resolved against the shell's location.</summary>
    public required string Path { get; init; }

    /// <summary>The dataset's id or name.</summary>
    public required string Dataset { get; init; }

    /// <summary>Ids or names of attributes; empty for all.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>The range, bounded on both sides.</summary>
    public required TimeRange Range { get; init; }

    /// <summary>Whether an existing file is replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Whether the table's bytes are taken as they are.</summary>
    public bool AsIs { get; init; }

    /// <summary>How long the job may take, the wait for other jobs included.</summary>
    public required TimeSpan Timeout { get; init; }
}
