using System;
using System.Collections.Generic;
using IntercomPS.Sandbox.Api;

namespace IntercomPS.Sandbox.Reporting;

/// <summary>A job of the reporting data export.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Columns">The attributes that were asked for, in their order.</param>
/// <param name="Start">The first second, Unix.</param>
/// <param name="End">The last second, Unix.</param>
/// <param name="Version">The version that it was asked for in.</param>
/// <param name="EnqueuedAt">When it was asked for.</param>
internal sealed record ReportingJob(
    string Id, ReportingDataset Dataset, IReadOnlyList<ReportingColumn> Columns, long Start, long End, ApiVersion Version, DateTimeOffset EnqueuedAt);
