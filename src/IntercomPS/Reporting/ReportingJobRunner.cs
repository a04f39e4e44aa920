using System;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Text;

namespace IntercomPS.Reporting;

/// <summary>Enqueues a job and waits until its file can be had.</summary>
/// <remarks>
/// A workspace may have 5 jobs pending (API 2.15, enqueue). A refusal for that is waited out. A job takes
/// seconds mostly: the first looks come soon, the later ones every 30 s, which costs little of the quota.
/// </remarks>
internal sealed class ReportingJobRunner
{
    private static readonly TimeSpan FirstPoll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstTurn = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(2);

    /// <summary>Public clients have met a 404 for a job that was just enqueued.</summary>
    private static readonly TimeSpan Appearance = TimeSpan.FromSeconds(30);

    private readonly ReportingClient _client;
    private readonly TimeSpan _timeout;
    private readonly Action<string> _warn;
    private readonly Action<string> _tell;
    private readonly long _started;

    /// <summary>Begins to count the time.</summary>
    /// <param name="client">The client.</param>
    /// <param name="timeout">How long all of it may take.</param>
    /// <param name="warn">Told what the user should know.</param>
    /// <param name="tell">Told how far it is.</param>
    public ReportingJobRunner(ReportingClient client, TimeSpan timeout, Action<string> warn, Action<string> tell)
    {
        _client = client;
        _timeout = timeout;
        _warn = warn;
        _tell = tell;
        _started = client.Time.GetTimestamp();
    }

    private TimeSpan Left => _timeout - _client.Time.GetElapsedTime(_started);

    /// <summary>Enqueues a job, as soon as the workspace may have one more.</summary>
    /// <param name="request">What the job is asked for.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The job.</returns>
    /// <exception cref="ReportingException">None of the pending jobs ended in time.</exception>
    public async Task<ReportingJob> EnqueueAsync(ReportingRequest request, CancellationToken cancellationToken)
    {
        var turns = new BackOff(FirstTurn, 2, LongestTurn);
        bool warned = false;
        while (true)
        {
            try
            {
                ReportingJob job = await _client.EnqueueAsync(request, cancellationToken).ConfigureAwait(false);
                _client.Observer.Noted($"Enqueued the job {TerminalText.Sanitize(job.Id)}.");
                return job;
            }
            catch (IntercomException error) when (error.Kind == ApiErrorKind.JobLimitReached)
            {
                if (Left <= TimeSpan.Zero)
                {
                    throw new ReportingException(ReportingProblem.JobLimit, error.Message, request.DatasetId, error);
                }

                if (!warned)
                {
                    warned = true;
                    _warn("The workspace has as many reporting jobs pending as Intercom allows. Waiting until one has ended.");
                }

                _tell("Waiting for other jobs of the workspace");
                await WaitAsync(turns.Next(), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Waits until a job's file can be had.</summary>
    /// <param name="job">The job as it was enqueued.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that ends then.</returns>
    /// <exception cref="ReportingException">The job failed, vanished, or took too long.</exception>
    public async Task WaitForAsync(ReportingJob job, CancellationToken cancellationToken)
    {
        var polls = new BackOff(FirstPoll, 1.5, LongestPoll);
        long enqueued = _client.Time.GetTimestamp();
        bool seen = false;
        ReportingJob? current = job;
        while (current is not { IsComplete: true })
        {
            if (current is { HasFailed: true })
            {
                throw Error(ReportingProblem.JobFailed, job.Id, $"ended with the status '{TerminalText.Sanitize(current.Status)}'. Try again, or with a shorter range or fewer attributes.");
            }

            if (Left <= TimeSpan.Zero)
            {
                throw Error(ReportingProblem.JobTimeout, job.Id, $"did not complete within {_timeout.TotalSeconds:0} s. Try a larger -TimeoutSec, or a shorter range.");
            }

            _tell(current is null ? "Waiting for the job" : $"Waiting for the job: {TerminalText.Sanitize(current.Status)}");
            await WaitAsync(polls.Next(), cancellationToken).ConfigureAwait(false);
            current = await LookAsync(job.Id, seen || _client.Time.GetElapsedTime(enqueued) > Appearance, cancellationToken).ConfigureAwait(false);
            seen |= current is not null;
        }
    }

    /// <summary>Looks at the job; null where it is not there, which it need not be at first.</summary>
    private async Task<ReportingJob?> LookAsync(string id, bool mustExist, CancellationToken cancellationToken)
    {
        try
        {
            return await _client.GetJobAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (IntercomException error) when (error.Kind == ApiErrorKind.NotFound)
        {
            return mustExist
                ? throw Error(ReportingProblem.JobNotFound, id, "is not known to Intercom any more. Run the export again.", error)
                : null;
        }
    }

    private Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        TimeSpan left = Left;
        return _client.Time.WaitAsync(delay < left ? delay : left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken);
    }

    private static ReportingException Error(ReportingProblem problem, string id, string what, Exception? cause = null) =>
        new(problem, $"The reporting job {TerminalText.Sanitize(id)} {what}", id, cause);
}
