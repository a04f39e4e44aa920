using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Client.Endpoints;
using IntercomPS.Cmdlets.Parameters;
using IntercomPS.Pipeline;
using IntercomPS.Text;

namespace IntercomPS.Cmdlets.Conversations;

/// <summary>Changes the title, the read state or the custom attributes of conversations.</summary>
/// <remarks>
///   <para>
///     A value that an attribute holds can be searched for: this way what comes from elsewhere, such as from a
///     webhook, is stored where Search-IntercomConversation finds it. The workspace must have the attribute
///     (Settings, Data, Conversations); Intercom refuses others, and values that do not fit the attribute. Where each
///     conversation gets a value of its own, use ForEach-Object:
///     Import-Csv values.csv | ForEach-Object { Set-IntercomConversation -Id $_.Id -CustomAttribute @{ 'External score' = [int] $_.Value } }
///   </para>
///   <para>
///     Several conversations are changed at once. One that fails is an error of its own. A change is sent again
///     only where Intercom certainly did nothing with it; after a time-out, look whether it was made.
///   </para>
/// </remarks>
/// <example>
///   <title>Store a value where search finds it</title>
///   <code>
///     $newest = Search-IntercomConversation -First 1
///     Set-IntercomConversation -Id $newest.Id -CustomAttribute @{ 'External score' = 4 }
///     Search-IntercomConversation -Query @{ field = 'custom_attributes.External score'; operator = '='; value = 4 }
///   </code>
///   <para>Sets the attribute of the newest conversation, and finds the conversation by it.</para>
/// </example>
/// <example>
///   <title>Mark what a search finds as read</title>
///   <code>Search-IntercomConversation -State Closed -Read $false -First 5 | Set-IntercomConversation -Read $true</code>
///   <para>Marks five closed conversations as read.</para>
/// </example>
/// <example>
///   <title>Clear an attribute</title>
///   <code>Search-IntercomConversation -First 1 | Set-IntercomConversation -CustomAttribute @{ 'Order Number' = $null } -PassThru</code>
///   <para>Clears it, and writes the conversation as it is then.</para>
/// </example>
/// <seealso cref="SearchIntercomConversationCommand"/>
/// <seealso cref="GetIntercomConversationCommand"/>
[Cmdlet(VerbsCommon.Set, "IntercomConversation", SupportsShouldProcess = true)]
[OutputType(typeof(Conversation))]
public sealed class SetIntercomConversationCommand : IdPipelineCmdlet
{
    private ConversationUpdate _update = new();
    private string _changes = string.Empty;

    /// <summary>The conversations' ids. From the pipeline: ids, conversations, parts, or objects with a property Id, ConversationId or conversation_id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ConversationId")]
    [ConversationId]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    /// <summary>The title; an empty text takes it away.</summary>
    [Parameter]
    [NoScriptBlock]
    [AllowEmptyString]
    [ValidateNotNull]
    public string? Title { get; set; }

    /// <summary>Whether the conversation is read ($true) or not ($false).</summary>
    [Parameter]
    public bool Read { get; set; }

    /// <summary>Custom attributes by their exact names: texts, numbers, booleans, dates (stored as Unix seconds; one without a time zone is local time), or $null to clear one.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? CustomAttribute { get; set; }

    /// <summary>Writes each conversation as it is after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>How many conversations are changed at once, at most. Without it, as many as keep the quota full at the latency seen, fewer while Intercom answers slowly. The quota holds in any case.</summary>
    [Parameter]
    [ValidateRange(1, ConversationFetcher.DefaultThrottleLimit)]
    [PSDefaultValue(Help = "128: as many as the quota needs")]
    public int ThrottleLimit { get; set; } = ConversationFetcher.DefaultThrottleLimit;

    /// <summary>Checks the change.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        try
        {
            _update = new ConversationUpdate
            {
                Title = Title,
                Read = MyInvocation.BoundParameters.ContainsKey(nameof(Read)) ? Read : null,
                CustomAttributes = CustomAttribute is null ? Conversation.NoAttributes : AttributeValues.Read(CustomAttribute),
            };
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.InvalidArgument("InvalidAttributeValue", exception.Message, CustomAttribute));
        }

        if (_update.IsEmpty)
        {
            ThrowTerminatingError(ErrorRecords.InvalidArgument(
                "NothingToChange", "There is nothing to change: give -Title, -Read or -CustomAttribute with a value.", target: null));
        }

        _changes = Describe(_update);
    }

    /// <summary>Takes in the ids whose change is agreed to, and writes what has come meanwhile.</summary>
    protected override void ProcessRecord() =>
        TakeIds(Id.Where(id => ShouldProcess($"Conversation {TerminalText.Sanitize(id)}", _changes)));

    private protected override async Task WorkAsync(WorkContext context, IAsyncEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var endpoint = new ConversationWriteEndpoint(context.Client);
        var fetcher = new ConcurrentFetcher<Conversation>(context.Client, (id, token) => endpoint.UpdateAsync(id, _update, token), ThrottleLimit);
        var progress = new ProgressReporter(context.Writer, "Changing conversations", context.Client.Time);
        long done = 0;
        await foreach (Fetched<Conversation> changed in fetcher.FetchAsync(ids, cancellationToken).ConfigureAwait(false))
        {
            if (changed.Error is { } error)
            {
                context.Writer.Error(ErrorRecords.ForConversation(error, changed.Id));
            }
            else if (PassThru)
            {
                await context.Writer.OutputAsync(changed.Item!).ConfigureAwait(false);
            }

            progress.Report(++done, total: null);
        }

        progress.Complete();
    }

    private static string Describe(ConversationUpdate update)
    {
        var changes = new List<string>();
        if (update.Title is { } title)
        {
            changes.Add(title.Length > 0 ? $"set the title to '{title}'" : "take the title away");
        }

        if (update.Read is { } read)
        {
            changes.Add(read ? "mark as read" : "mark as unread");
        }

        changes.AddRange(update.CustomAttributes.Select(attribute => attribute.Value is null
            ? $"clear the attribute '{attribute.Key}'"
            : $"set the attribute '{attribute.Key}' to '{LanguagePrimitives.ConvertTo<string>(attribute.Value)}'"));
        string text = TerminalText.Sanitize(string.Join(", ", changes));
        return char.ToUpperInvariant(text[0]) + text.Substring(1);
    }
}
