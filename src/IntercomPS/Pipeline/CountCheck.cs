using System;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Export;
using IntercomPS.Querying.Planning;

namespace IntercomPS.Pipeline;

/// <summary>Asks at the end of an export how many conversations Intercom counts, to compare it with what it returned.</summary>
internal static class CountCheck
{
    /// <summary>Asks.</summary>
    /// <param name="context">Where to ask, and where a warning goes.</param>
    /// <param name="plan">What was read.</param>
    /// <param name="tally">What the export has come to.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The count; null where Intercom does not tell. That it fails does not undo an export.</returns>
    public static async Task<long?> AskAsync(WorkContext context, QueryPlan plan, ExportTally tally, CancellationToken cancellationToken)
    {
        try
        {
            long bound = tally.CreatedBefore!.Value;
            long? count = await PlanCount.AskAsync(context.Client, plan, bound, cancellationToken).ConfigureAwait(false);
            if (!(count > tally.Received))
            {
                return count;
            }

            // What began in the second of the bound itself is counted where the server takes it as inclusive.
            long? before = await PlanCount.AskAsync(context.Client, plan, bound - 1, cancellationToken).ConfigureAwait(false);
            return Math.Min(count.Value, before ?? count.Value);
        }
        catch (IntercomException error)
        {
            context.Writer.Warning($"Intercom was asked once more how many conversations it counts, and did not tell: {error.Message}");
            return null;
        }
    }
}
