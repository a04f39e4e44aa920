using System;
using System.IO;
using System.Management.Automation;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Cmdlets.Completion;
using IntercomPS.Export;
using IntercomPS.Export.Journal;
using IntercomPS.Pipeline;
using IntercomPS.Querying;
using IntercomPS.Querying.Planning;

namespace IntercomPS.Cmdlets.Conversations;

/// <summary>Exports conversations to a CSV, JSON Lines or JSON file, one normalized row each.</summary>
/// <remarks>
///   <para>
///     Takes the parameters of Search-IntercomConversation, or conversations from the pipeline. With
///     <see cref="Path"/> alone it exports every conversation of the workspace. Rows are written as
///     the pages come, so that memory stays flat. The file appears under its name when it is whole: a
///     run that fails or is stopped leaves none, and an existing one as it was.
///   </para>
///   <para>
///     The columns of the schema Normalized: conversation_id, contact_id, contact_email, company_id,
///     created_at, closed_at, state, tags, rating, rating_remark, message_count,
///     time_to_first_reply_seconds, time_to_resolution_seconds, first_message_body. Times are ISO 8601
///     in UTC. Email addresses that a conversation does not carry are looked up in batches.
///   </para>
///   <para>
///     CSV is UTF-8 with a byte order mark, for Excel. What a spreadsheet would run as a formula gets an
///     apostrophe in front, since customers' texts are written by strangers; JSON holds the texts as they are.
///   </para>
///   <para>
///     With <see cref="IncludeParts"/> the threads are fetched too: one request for each conversation.
///     Conversations that were deleted meanwhile are left out and counted. One summary object is written.
///   </para>
///   <para>
///     An export of a search holds what began before the export did, by Intercom's clock: before the CreatedBefore of
///     its summary, at which the next one can go on with -CreatedAfter. What is missing is told by a warning, with
///     <see cref="Strict"/> by an error, and by the <see cref="Manifest"/>.
///   </para>
///   <para>
///     With <see cref="Resume"/> an export survives being stopped or killed: NAME.csv.journal and NAME.csv.partial stay
///     beside the file, and the same command goes on where it was. Once the file is complete they are gone.
///   </para>
/// </remarks>
/// <example>
///   <title>Everything, as CSV</title>
///   <code>Export-IntercomConversation -Path conversations.csv</code>
///   <para>Exports every conversation of the workspace.</para>
/// </example>
/// <example>
///   <title>Last month's closed conversations with their threads</title>
///   <code>Export-IntercomConversation -Path closed.jsonl -State Closed -ClosedAfter (Get-Date).AddMonths(-1) -IncludeParts</code>
///   <para>Writes a line of JSON for each, with an array of parts.</para>
/// </example>
/// <example>
///   <title>What Intercom's AI scored badly</title>
///   <code>Export-IntercomConversation -Path scored.csv -CxScoreBelow 3 -CreatedAfter ([DateTime]::Today.AddDays(-7)) -Property Id, CxScore, CxScoreExplanation -Force</code>
///   <para>Exports the conversations of the last seven days with a CX score of 1 or 2, and why.</para>
/// </example>
/// <example>
///   <title>What the pipeline finds, chosen columns</title>
///   <code>
///     Search-IntercomConversation -Rating 1 |
///         Where-Object -Property RatingRemark |
///         Export-IntercomConversation -Path remarks.csv -Property Id, CreatedAt, RatingRemark
///   </code>
///   <para>Exports three columns of the conversations that were rated 1 with a remark.</para>
/// </example>
/// <example>
///   <title>Complete, and shown to be</title>
///   <code>
///     $export = Export-IntercomConversation -Path threads.csv -IncludeParts -Manifest
///     Test-IntercomExport -Path threads.csv
///   </code>
///   <para>Exports with a manifest, threads.manifest.json, and checks the files against it.</para>
/// </example>
/// <example>
///   <title>A large export in a runbook that may be killed</title>
///   <code>Export-IntercomConversation -Path all.jsonl -IncludeParts -CreatedAfter 2024-01-01 -Resume -Manifest</code>
///   <para>Goes on where it was when the same command is run again after a reboot, or after the three hours that Azure gives a runbook.</para>
/// </example>
/// <seealso cref="SearchIntercomConversationCommand"/>
/// <seealso cref="TestIntercomExportCommand"/>
[Cmdlet(VerbsData.Export, "IntercomConversation", DefaultParameterSetName = SearchSet, SupportsShouldProcess = true)]
[OutputType(typeof(ExportSummary))]
public sealed class ExportIntercomConversationCommand : ConversationSearchCmdlet
{
    private const string InputSet = "InputObject";

    private readonly Channel<Conversation> _input = Channel.CreateBounded<Conversation>(
        new BoundedChannelOptions(256) { SingleReader = true });

    private bool _working;

    /// <summary>The file to write. Its ending tells the format: .csv, .jsonl, .ndjson or .json.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Conversations to export, as Search- and Get-IntercomConversation write them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    public Conversation[] InputObject { get; set; } = [];

    /// <summary>The format, whatever the file's ending.</summary>
    [Parameter]
    public ExportFormat? Format { get; set; }

    /// <summary>The columns: the fourteen normalized ones, or, with Full, every other scalar after them.</summary>
    [Parameter]
    [PSDefaultValue(Help = "Normalized")]
    public ExportSchema Schema { get; set; } = ExportSchema.Normalized;

    /// <summary>Only these columns, in this order, by their names in the file (contact_email) or on the object (ContactEmail).</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ColumnNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Property { get; set; } = [];

    /// <summary>The threads too: an array "parts" in each row of JSON, a second file NAME.parts.csv beside a CSV.</summary>
    [Parameter]
    public SwitchParameter IncludeParts { get; set; }

    /// <summary>Leaves contact_email empty where the conversation does not carry it, instead of looking it up.</summary>
    [Parameter]
    public SwitchParameter NoContactLookup { get; set; }

    /// <summary>
    /// Keeps a journal and what is written so far, so that a run that is stopped, killed or fails can be gone on with: by the same command
    /// with the same parameters. Nothing is lost then, and nothing twice. Times must be fixed ones, since (Get-Date).AddDays(-1) is another one in each run.
    /// </summary>
    [Parameter(ParameterSetName = SearchSet)]
    [Parameter(ParameterSetName = QuerySet)]
    public SwitchParameter Resume { get; set; }

    /// <summary>
    /// Writes NAME.manifest.json beside the file: what was asked, the bounds of time, the rows and the SHA-256 hash of each
    /// file, what is missing, and what the requests came to. Test-IntercomExport checks the files against it.
    /// </summary>
    [Parameter]
    public SwitchParameter Manifest { get; set; }

    /// <summary>
    /// Makes an error of what else is a warning: parts or conversations that are missing. The files are there all the same.
    /// </summary>
    [Parameter]
    public SwitchParameter Strict { get; set; }

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Never replaces an existing file, even with <see cref="Force"/>.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>How many threads are fetched at once, at most. Without it, as many as keep the quota full at the latency seen, fewer while Intercom answers slowly. The quota holds in any case.</summary>
    [Parameter]
    [ValidateRange(1, ConversationFetcher.DefaultThrottleLimit)]
    [PSDefaultValue(Help = "128: as many as the quota needs")]
    public int ThrottleLimit { get; set; } = ConversationFetcher.DefaultThrottleLimit;

    /// <summary>Checks everything that can be checked before a request, and starts.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        bool fromPipeline = TakesInput();
        QueryDraft? query = fromPipeline ? null : BuildQuery(ConversationSort.NewestFirst);
        var request = new ExportRequest
        {
            Options = BuildOptions(),
            NoContactLookup = NoContactLookup,
            ThrottleLimit = ThrottleLimit,
            Strict = Strict,
            CreatedBefore = new TimeRange(after: null, CreatedBefore, "Created").Before,
        };
        if (!ShouldProcess(request.Options.Path, "Export conversations"))
        {
            return;
        }

        Func<PipelineWriter, CancellationToken, Task> work = WithClient(async (context, cancellationToken) =>
        {
            QueryPlan? plan = query is null
                ? null
                : await query.PlanAsync(context.Session.Names(context.Client), cancellationToken).ConfigureAwait(false);
            await new ConversationExport(context, request).RunAsync(
                plan, ChannelReading.ReadAsync(_input.Reader, cancellationToken), cancellationToken).ConfigureAwait(false);
        });
        _working = true;
        StartWork(work);
    }

    /// <summary>Takes conversations in from the pipeline.</summary>
    protected override void ProcessRecord()
    {
        if (!_working)
        {
            return;
        }

        foreach (Conversation conversation in InputObject)
        {
            if (!_input.Writer.TryWrite(conversation))
            {
                WriteUntil(_input.Writer.WriteAsync(conversation).AsTask());
            }
        }

        WriteAvailable();
    }

    /// <summary>Completes the file and writes the summary.</summary>
    protected override void EndProcessing()
    {
        _input.Writer.TryComplete();
        if (_working)
        {
            WriteToEnd();
        }
    }

    /// <remarks>
    /// While a pipeline's input is still to come, the engine calls the default parameter set the one in
    /// use, which would export the whole workspace.
    /// </remarks>
    private bool TakesInput()
    {
        if (MyInvocation.ExpectingInput && HasSearchParameter())
        {
            ThrowTerminatingError(ErrorRecords.InvalidArgument(
                "InputAndSearch", "Give either conversations from the pipeline or search parameters, not both.", target: null));
        }

        bool takesInput = MyInvocation.ExpectingInput || ParameterSetName == InputSet;
        if (takesInput && Resume)
        {
            ThrowTerminatingError(ErrorRecords.InvalidArgument(
                "ResumeNeedsSearch", "Only an export of a search can be resumed, not one of conversations from the pipeline. Give search parameters, or leave out -Resume.", target: null));
        }

        return takesInput;
    }

    /// <summary>The error for what was thrown; where what was exported is kept, it says so.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <returns>The record.</returns>
    private protected override ErrorRecord RecordOf(Exception exception)
    {
        ErrorRecord record = base.RecordOf(exception);
        if (Resume && exception is IntercomException)
        {
            record.ErrorDetails = new ErrorDetails($"{exception.Message} What was exported so far is kept: the same command with -Resume goes on from there.");
        }

        return record;
    }

    private ExportOptions BuildOptions()
    {
        try
        {
            string path = FileSystemPath.Resolve(SessionState, Path);
            var options = new ExportOptions
            {
                Path = path,
                Format = Format ?? FormatByPath.Of(path),
                Columns = Property.Length > 0 ? ColumnChoice.Choose(Property) : ConversationColumns.Of(Schema),
                IncludeParts = IncludeParts,
                Force = Force && !NoClobber,
                Manifest = Manifest,
                Resume = Resume,
            };

            // Where there is a journal, the file may be that of a run that was killed a moment before it had removed it.
            foreach (string target in Resume && File.Exists(ExportJournal.PathOf(path)) ? [] : ExportTarget.PathsOf(options))
            {
                ExportTarget.Check(target, options.Force);
            }

            return options;
        }
        catch (Exception exception) when (exception is ArgumentException or ExportTargetException)
        {
            ThrowTerminatingError(exception is ExportTargetException or UnknownExportColumnException
                ? ErrorRecords.From(exception)
                : ErrorRecords.InvalidArgument("InvalidPath", exception.Message, Path));
            throw; // not reached: the line above throws
        }
    }
}
