using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Cmdlets.Parameters;
using IntercomPS.Pipeline;

namespace IntercomPS.Cmdlets.Conversations;

/// <summary>The base of every command that fetches conversations by id: several at a time, written in the order asked.</summary>
public abstract class ConversationByIdCmdlet : IdPipelineCmdlet
{
    private protected const string IdSet = "Id";

    /// <summary>The conversations' ids. From the pipeline: ids, conversations, parts, or objects with a property Id, ConversationId or conversation_id.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ConversationId")]
    [ConversationId]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    /// <summary>The bodies as plain text instead of HTML, made by Intercom.</summary>
    [Parameter(ParameterSetName = IdSet)]
    public SwitchParameter Plaintext { get; set; }

    /// <summary>How many conversations are fetched at once, at most. Without it, as many as keep the quota full at the latency seen, fewer while Intercom answers slowly. The quota holds in any case.</summary>
    [Parameter(ParameterSetName = IdSet)]
    [ValidateRange(1, ConversationFetcher.DefaultThrottleLimit)]
    [PSDefaultValue(Help = "128: as many as the quota needs")]
    public int ThrottleLimit { get; set; } = ConversationFetcher.DefaultThrottleLimit;

    /// <summary>Takes the ids in, and writes what has come meanwhile.</summary>
    protected override void ProcessRecord() => TakeIds(Id);

    /// <summary>Writes one conversation that was fetched.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="writer">Where it goes.</param>
    /// <returns>A task that ends when it is written.</returns>
    private protected abstract Task WriteAsync(Conversation conversation, PipelineWriter writer);

    private protected override async Task WorkAsync(
        WorkContext context, IAsyncEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var fetcher = new ConversationFetcher(context.Client, Plaintext, ThrottleLimit);
        var progress = new ProgressReporter(context.Writer, "Fetching conversations", context.Client.Time);
        long done = 0;
        await foreach (Fetched<Conversation> fetched in fetcher.FetchAsync(ids, cancellationToken).ConfigureAwait(false))
        {
            if (fetched.Item is { } conversation)
            {
                WarnOfMissingParts(conversation, context.Writer);
                await WriteAsync(conversation, context.Writer).ConfigureAwait(false);
            }
            else
            {
                context.Writer.Error(ErrorRecords.ForConversation(fetched.Error!, fetched.Id));
            }

            progress.Report(++done, total: null);
        }

        progress.Complete();
    }

    private static void WarnOfMissingParts(Conversation conversation, PipelineWriter writer)
    {
        if (conversation.MissingPartCount is { } missing and > 0)
        {
            writer.Warning(
                $"Conversation {conversation.Id} lacks its {missing} oldest part{(missing == 1 ? string.Empty : "s")}: "
                + $"Intercom returns the {conversation.Parts.Count} most recent ones only.");
        }
    }
}
