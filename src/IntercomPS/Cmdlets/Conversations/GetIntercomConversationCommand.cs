using System.Management.Automation;
using System.Threading.Tasks;
using IntercomPS.Pipeline;
using IntercomPS.Querying.Planning;

namespace IntercomPS.Cmdlets.Conversations;

/// <summary>Gets conversations by id with their threads, or lists all conversations of the workspace.</summary>
/// <remarks>
///   <para>
///     With ids: each conversation comes with its thread in the property Parts, several are fetched at
///     once, and they are written in the order asked. An id that does not exist is an error of its own;
///     the others go on. Intercom returns the 500 most recent parts only: a warning says how many are missing.
///   </para>
///   <para>Without an id: every conversation, newest first, without the threads.</para>
/// </remarks>
/// <example>
///   <title>A conversation with its thread</title>
///   <code>
///     $newest = Search-IntercomConversation -First 1
///     (Get-IntercomConversation -Id $newest.Id).Parts
///   </code>
///   <para>Shows the thread of the newest conversation.</para>
/// </example>
/// <example>
///   <title>The threads of what a search finds</title>
///   <code>Search-IntercomConversation -State Open -First 20 | Get-IntercomConversation -Plaintext</code>
///   <para>Fetches the threads of the twenty newest open conversations, bodies as plain text.</para>
/// </example>
/// <example>
///   <title>The ten newest conversations</title>
///   <code>Get-IntercomConversation -First 10</code>
///   <para>Lists them without their threads.</para>
/// </example>
/// <seealso cref="SearchIntercomConversationCommand"/>
/// <seealso cref="GetIntercomConversationPartCommand"/>
[Cmdlet(VerbsCommon.Get, "IntercomConversation", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Conversation))]
public sealed class GetIntercomConversationCommand : ConversationByIdCmdlet
{
    private const string ListSet = "List";

    /// <summary>Lists all, or takes ids in.</summary>
    protected override void ProcessRecord()
    {
        if (ParameterSetName != ListSet)
        {
            RefusePaging();
            base.ProcessRecord();
            return;
        }

        // Through the search, not GET /conversations: a refused cursor can then go on from the last key.
        var paging = PagingRange.From(PagingParameters);
        RunWork(WithClient((context, cancellationToken) =>
            ConversationListing.WriteAsync(context, QueryPlan.Everything, paging, cancellationToken)));
    }

    /// <summary>Of ids, the paging parameters would count ids, not conversations.</summary>
    private void RefusePaging()
    {
        foreach (string name in new[] { "First", "Skip", "IncludeTotalCount" })
        {
            if (MyInvocation.BoundParameters.ContainsKey(name))
            {
                ThrowTerminatingError(ErrorRecords.InvalidArgument(
                    "PagingNeedsListing", $"-{name} goes with the list of all conversations, not with ids.", target: null));
            }
        }
    }

    private protected override Task WriteAsync(Conversation conversation, PipelineWriter writer) =>
        writer.OutputAsync(conversation).AsTask();
}
