using System;
using System.Collections.Generic;
using System.Linq;

namespace IntercomPS.Sandbox.Reporting;

/// <summary>The jobs of the reporting data export, and how far each is by the sandbox's clock.</summary>
internal sealed class ReportingJobs
{
    /// <summary>OpenAPI 2.15, enqueue: 5 pending jobs.</summary>
    public const int MostPending = 5;

    private readonly object _gate = new();
    private readonly Dictionary<string, ReportingJob> _jobs = new(StringComparer.Ordinal);
    private readonly SandboxOptions _options;

    public ReportingJobs(SandboxOptions options) => _options = options;

    /// <summary>Takes a job in.</summary>
    /// <param name="create">Makes it, with its identifier and the present.</param>
    /// <returns>The job; null where too many are pending.</returns>
    public ReportingJob? Add(Func<string, DateTimeOffset, ReportingJob> create)
    {
        DateTimeOffset now = _options.ReadClock();
        lock (_gate)
        {
            if (_jobs.Values.Count(job => StatusOf(job, now) == "pending") >= MostPending)
            {
                return null;
            }

            ReportingJob added = create($"rdx{Guid.NewGuid():N}", now);
            _jobs.Add(added.Id, added);
            return added;
        }
    }

    /// <summary>Finds a job that was not forgotten yet.</summary>
    /// <returns>Null where there is none of that identifier, or none any more.</returns>
    public ReportingJob? Find(string id)
    {
        DateTimeOffset now = _options.ReadClock();
        lock (_gate)
        {
            return _jobs.TryGetValue(id, out ReportingJob? job) && StatusOf(job, now) is not null ? job : null;
        }
    }

    /// <summary>The status of a job that was found: pending, complete or failed.</summary>
    public string StatusOf(ReportingJob job) => StatusOf(job, _options.ReadClock()) ?? "complete";

    /// <summary>When a job's file goes.</summary>
    public DateTimeOffset ExpiryOf(ReportingJob job) => job.EnqueuedAt + _options.ReportingJobDuration + _options.ReportingDownloadLifetime;

    private string? StatusOf(ReportingJob job, DateTimeOffset now)
    {
        if (_options.ReportingOutcome == ReportingOutcome.Stuck || now < job.EnqueuedAt + _options.ReportingJobDuration)
        {
            return "pending";
        }

        return _options.ReportingOutcome switch
        {
            ReportingOutcome.Failed => "failed",
            ReportingOutcome.Vanished => null,
            _ => now < ExpiryOf(job) ? "complete" : null,
        };
    }
}
