using System.Management.Automation;
using IntercomPS.Querying;
using IntercomPS.Querying.Planning;

namespace IntercomPS.Cmdlets.Conversations;

/// <summary>Shows how a search would be answered, without searching: what Intercom is asked, what is checked here, and why.</summary>
/// <remarks>
///   <para>
///     Takes the parameters of Search-IntercomConversation and writes one object for each search that it
///     would run: the query as JSON in Intercom's own form, and the part of the condition that Intercom has
///     no filter for, or answers inexactly, so that each conversation is checked here. Several searches are
///     run side by side, and their conversations merged in order, each once. Nothing is written where
///     nothing can match.
///   </para>
///   <para>
///     No conversation is read. Names of tags, admins, teams and email addresses of contacts are looked up,
///     which needs a session; without them none is needed.
///   </para>
/// </remarks>
/// <example>
///   <title>What a filter becomes</title>
///   <code>Get-IntercomQuery -Filter { state -eq 'closed' -and (rating -le 2 -or cx_score -le 2) -and created_at -ge '2026-01-01' }</code>
///   <para>Shows the one search, and that the rating and the score are checked on its answers.</para>
/// </example>
/// <example>
///   <title>A condition that takes several searches</title>
///   <code>(Get-IntercomQuery -Filter { contact_id -in (1..4000) }).Json.Count</code>
///   <para>Tells how many searches it takes to find the conversations of 4,000 contacts.</para>
/// </example>
/// <seealso cref="SearchIntercomConversationCommand"/>
[Cmdlet(VerbsCommon.Get, "IntercomQuery", DefaultParameterSetName = SearchSet)]
[OutputType(typeof(PlannedQuery))]
public sealed class GetIntercomQueryCommand : SortedConversationSearchCmdlet
{
    /// <summary>Plans.</summary>
    protected override void ProcessRecord()
    {
        QueryDraft draft = BuildQuery(Sort);
        if (draft.NeedsNames)
        {
            RunWork(WithClient(async (context, cancellationToken) =>
            {
                QueryPlan plan = await draft.PlanAsync(context.Session.Names(context.Client), cancellationToken).ConfigureAwait(false);
                await context.Writer.OutputListAsync(PlannedQuery.Of(plan)).ConfigureAwait(false);
            }));
        }
        else
        {
            WriteObject(PlannedQuery.Of(draft.Plan()), enumerateCollection: true);
        }
    }
}
