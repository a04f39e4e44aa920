using System.Management.Automation;
using IntercomPS.Pipeline;
using IntercomPS.Querying;
using IntercomPS.Querying.Planning;

namespace IntercomPS.Cmdlets.Conversations;

/// <summary>Finds conversations by when they began, changed or closed, state, people, tags, rating, CX score, channel, attributes or text, or by a filter in PowerShell's words.</summary>
/// <remarks>
///   <para>
///     Several values of one parameter mean any of them, several parameters mean all of them. After is
///     inclusive, Before is not. Without a parameter every conversation of the workspace is found.
///   </para>
///   <para>
///     -Filter takes a whole condition, such as { state -eq 'closed' -and (rating -le 2 -or cx_score -le 2) };
///     about_IntercomPS_Filter describes it. What Intercom cannot be asked is split into several searches
///     or checked here; Get-IntercomQuery shows how. Intercom has no filter for the CX score: without a
///     time range the whole workspace is read, and a warning says so.
///   </para>
///   <para>
///     Pages come as they are read, newest conversations first: what follows in the pipeline begins with
///     the first page, and Select-Object -First stops the requests. Each conversation comes once, whatever
///     moves while the pages are read. The threads are not in it; Get-IntercomConversation fetches them.
///   </para>
///   <para>
///     With -IncludeTotalCount the number of conversations that Intercom counts comes first. It is an
///     estimate where a time range is given, whose bounds Intercom draws less exactly than this cmdlet.
///   </para>
/// </remarks>
/// <example>
///   <title>What is open and nobody's</title>
///   <code>Search-IntercomConversation -State Open -AssigneeId None</code>
///   <para>Finds the open conversations that are assigned to nobody.</para>
/// </example>
/// <example>
///   <title>Badly rated conversations of the last thirty days</title>
///   <code>
///     Search-IntercomConversation -Rating 1, 2 -CreatedAfter (Get-Date).AddDays(-30) |
///         Select-Object -Property Id, CreatedAt, Rating, RatingRemark -First 10
///   </code>
///   <para>Finds the newest ten that the customer rated 1 or 2.</para>
/// </example>
/// <example>
///   <title>A condition in PowerShell's words</title>
///   <code>
///     $since = [DateTime]::Today.AddDays(-30)
///     Search-IntercomConversation -Filter { state -eq 'closed' -and (rating -le 2 -or cx_score -le 2) -and created_at -ge $since } -First 5
///   </code>
///   <para>Finds the newest five closed conversations of thirty days that the customer or Intercom's AI scored badly.</para>
/// </example>
/// <example>
///   <title>A query in Intercom's own form</title>
///   <code>Search-IntercomConversation -Query @{ field = 'source.subject'; operator = '~'; value = 'invoice' } -First 5</code>
///   <para>Finds the newest five with that word in the subject. Fields and operators are Intercom's.</para>
/// </example>
/// <seealso cref="GetIntercomQueryCommand"/>
/// <seealso cref="GetIntercomConversationCommand"/>
/// <seealso cref="ExportIntercomConversationCommand"/>
/// <seealso href="https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/searchconversations">The fields and operators of Intercom's search</seealso>
[Cmdlet(VerbsCommon.Search, "IntercomConversation", DefaultParameterSetName = SearchSet, SupportsPaging = true)]
[OutputType(typeof(Conversation))]
public sealed class SearchIntercomConversationCommand : SortedConversationSearchCmdlet
{
    /// <summary>Searches.</summary>
    protected override void ProcessRecord()
    {
        QueryDraft draft = BuildQuery(Sort);
        var paging = PagingRange.From(PagingParameters);
        RunWork(WithClient(async (context, cancellationToken) =>
        {
            QueryPlan plan = await draft.PlanAsync(context.Session.Names(context.Client), cancellationToken).ConfigureAwait(false);
            await ConversationListing.WriteAsync(context, plan, paging, cancellationToken).ConfigureAwait(false);
        }));
    }
}
