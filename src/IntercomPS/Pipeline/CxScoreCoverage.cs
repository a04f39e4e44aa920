using IntercomPS.Client;
using IntercomPS.Querying.Planning;

namespace IntercomPS.Pipeline;

/// <summary>Watches what a search for CX scores reads: tells when that is the whole workspace, and when nothing of it was ever scored.</summary>
internal sealed class CxScoreCoverage
{
    private readonly WorkContext _context;
    private readonly object _gate = new();
    private readonly SeenIds _seen = new();
    private long _read;
    private bool _anyScored;

    private CxScoreCoverage(WorkContext context)
    {
        _context = context;
    }

    /// <summary>Begins to watch, and warns where no time bounds the search.</summary>
    /// <param name="plan">What is searched for.</param>
    /// <param name="context">Where warnings go.</param>
    /// <returns>The watch; null where the plan does not ask for CX scores.</returns>
    public static CxScoreCoverage? Begin(QueryPlan plan, WorkContext context)
    {
        if (!plan.AsksForCxScore)
        {
            return null;
        }

        var coverage = new CxScoreCoverage(context);
        if (plan.Fallback is null)
        {
            coverage.WarnWhereUnbounded(plan);
        }

        return coverage;
    }

    /// <summary>Warns where no time bounds a plan that the CX score cannot narrow.</summary>
    /// <param name="plan">What is read: also the plan to fall back on, once the server refused a filter on the score.</param>
    public void WarnWhereUnbounded(QueryPlan plan)
    {
        if (!plan.IsBoundedInTime)
        {
            _context.Writer.Warning(
                "Intercom has no filter for the CX score, and no time bounds the search, so the whole workspace is read. Add -CreatedAfter to read less.");
        }
    }

    /// <summary>Takes note of a conversation that was read.</summary>
    /// <param name="conversation">The conversation.</param>
    public void Observe(Conversation conversation)
    {
        // Searches go side by side, and those of one plan can overlap.
        lock (_gate)
        {
            _read += !_anyScored && _seen.Add(conversation.Id) ? 1 : 0;
            _anyScored |= conversation.CxScore is not null;
        }
    }

    /// <summary>Warns where conversations were read and not one was scored.</summary>
    public void Report()
    {
        if (_read > 0 && !_anyScored)
        {
            _context.Writer.Warning(
                $"Not one of the {_read} conversations that were read carries a CX score. Either none of them was scored (Intercom scores "
                + "conversations that are closed and long enough), or the workspace has CX scores turned off, or the API version is too old: "
                + $"the scores came with 2.14, this session asks for {_context.Session.ApiVersion}.");
        }
    }
}
