using System.Linq;
using IntercomPS.Export;
using IntercomPS.Querying;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Planning;

namespace IntercomPS.Pipeline;

/// <summary>Tells what an export is of.</summary>
internal static class ExportSubjects
{
    /// <summary>Tells.</summary>
    /// <param name="session">The session that it reads through.</param>
    /// <param name="plan">What is searched for; null where the conversations come from the pipeline.</param>
    /// <param name="request">The export.</param>
    /// <returns>What it is of.</returns>
    public static ExportSubject Of(IntercomSession session, QueryPlan? plan, ExportRequest request) => new()
    {
        WorkspaceId = session.WorkspaceId,
        WorkspaceName = session.WorkspaceName,
        Region = session.Region?.ToString(),
        ApiVersion = session.ApiVersion,
        Searches = plan?.Searches
            .Select(search => new ExportSearch(QueryJson.ToText(search.Filter), search.IsChecked ? ConditionText.Of(search.Check) : null))
            .ToList(),
        Columns = request.Options.Columns.Select(column => column.Name).ToList(),
        Format = request.Options.Format,
        IncludeParts = request.Options.IncludeParts,
        LooksUpContacts = !request.NoContactLookup && ColumnChoice.NeedsContactEmail(request.Options.Columns),
    };
}
