using System;
using System.Collections.Generic;

namespace IntercomPS;

/// <summary>What an export of reporting data did.</summary>
public sealed class ReportingExportSummary
{
    /// <summary>The full path of the file.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>The id of the dataset.</summary>
    public string Dataset { get; init; } = string.Empty;

    /// <summary>The ids of the attributes that were asked for, in the order of the columns.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>The start of the range, in UTC.</summary>
    public DateTimeOffset After { get; init; }

    /// <summary>The end of the range, in UTC.</summary>
    public DateTimeOffset Before { get; init; }

    /// <summary>Intercom's id of the job.</summary>
    public string JobId { get; init; } = string.Empty;

    /// <summary>How many rows the file has, the header left out.</summary>
    public long Rows { get; init; }

    /// <summary>The size of the file, in bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>The size of what was downloaded, before it was unpacked, in bytes.</summary>
    public long DownloadedBytes { get; init; }

    /// <summary>How many requests were sent to the API.</summary>
    public int Requests { get; init; }

    /// <summary>How long Intercom took to make the file, the wait for other jobs included.</summary>
    public TimeSpan JobDuration { get; init; }

    /// <summary>How long the export took, from its start to the finished file.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>When the export began, in UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>The path.</summary>
    /// <returns>The full path of the file.</returns>
    public override string ToString() => Path;
}
