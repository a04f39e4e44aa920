using System;
using System.Management.Automation;
using IntercomPS.Client;
using IntercomPS.Export;
using IntercomPS.Pipeline;
using IntercomPS.Querying;
using IntercomPS.Reporting;

namespace IntercomPS.Cmdlets.Reporting;

/// <summary>Exports a dataset of Intercom's reports to a CSV file, by a job at Intercom: the way for large ranges.</summary>
/// <remarks>
///   <para>
///     Intercom makes the file, which takes seconds to minutes, whatever the number of rows; a search
///     takes a request for each 150 conversations. It takes API version 2.14 or later. Which rows
///     there are, how times and names are written, and the columns' titles are Intercom's affair.
///     Before API version 2.16, the dataset conversation lacks conversations that the customer never
///     replied in.
///   </para>
///   <para>
///     The range is about the dataset's own time, <c>DefaultTimeAttributeId</c> of
///     Get-IntercomReportingDataset: for conversations, when they began. Intercom does not say
///     whether the last second belongs to it, so two ranges in a row may share a row.
///   </para>
///   <para>
///     A workspace may have 5 jobs pending. When it has, a warning says so and the command waits.
///     Stopping the command leaves a job that was enqueued at Intercom, where it ends by itself.
///   </para>
///   <para>
///     The file is unpacked and written row by row, as UTF-8 with a byte order mark, for Excel. What a
///     spreadsheet would run as a formula gets an apostrophe in front, since customers' texts are
///     written by strangers; numbers stay as they are. The file appears under its name when it is
///     whole: a run that fails or is stopped leaves none, and an existing one as it was. Meanwhile
///     the download lies beside it, hidden. One summary object is written.
///   </para>
/// </remarks>
/// <example>
///   <title>CX scores of the last 30 days</title>
///   <code>
///     Export-IntercomReportingData -Path scores.csv -Dataset conversation -Attribute conversation_id, 'CX Score*' -After (Get-Date).AddDays(-30)
///   </code>
///   <para>Writes the id, the CX score and its explanation of each conversation that began in the last 30 days.</para>
/// </example>
/// <example>
///   <title>Everything about a month</title>
///   <code>
///     Export-IntercomReportingData -Path january.csv -After 2026-01-01 -Before 2026-02-01
///   </code>
///   <para>Writes all attributes of the conversations that began in January 2026.</para>
/// </example>
/// <seealso cref="GetIntercomReportingDatasetCommand"/>
/// <seealso cref="IntercomPS.Cmdlets.Conversations.ExportIntercomConversationCommand"/>
[Cmdlet(VerbsData.Export, "IntercomReportingData", SupportsShouldProcess = true)]
[OutputType(typeof(ReportingExportSummary))]
public sealed class ExportIntercomReportingDataCommand : IntercomSessionCmdlet
{
    private const int DefaultTimeout = 3600;

    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The dataset, by id or name in any case.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "conversation")]
    public string Dataset { get; set; } = "conversation";

    /// <summary>The columns: attributes of the dataset by id or name in any case. Without it, all of them.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "all attributes of the dataset")]
    public string[] Attribute { get; set; } = [];

    /// <summary>The start of the range. A date without a time zone is local time.</summary>
    [Parameter(Mandatory = true)]
    public DateTimeOffset After { get; set; }

    /// <summary>The end of the range.</summary>
    [Parameter]
    [PSDefaultValue(Help = "now")]
    public DateTimeOffset? Before { get; set; }

    /// <summary>Keeps the table's bytes as Intercom wrote them: no apostrophe before formulas, no byte order mark. Not for spreadsheets.</summary>
    [Parameter]
    public SwitchParameter AsIs { get; set; }

    /// <summary>How many seconds the job may take, the wait for other jobs included.</summary>
    [Parameter]
    [ValidateRange(1, 7 * 24 * 3600)]
    [PSDefaultValue(Help = "3600")]
    public int TimeoutSec { get; set; } = DefaultTimeout;

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Never replaces an existing file, even with <see cref="Force"/>.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Exports.</summary>
    protected override void ProcessRecord()
    {
        IntercomSession session = RequireSession();
        ReportingOptions options = BuildOptions(session);
        if (ShouldProcess(options.Path, $"Export reporting data of {options.Dataset}"))
        {
            RunWork(WithClient((context, cancellationToken) =>
                new ReportingExport(context, session.WorkspaceId, options).RunAsync(cancellationToken)));
        }
    }

    /// <summary>Refuses an ending of another format, by which the file would be opened wrongly.</summary>
    private static void CheckEnding(string path)
    {
        string ending = System.IO.Path.GetExtension(path).ToLowerInvariant();
        if (ending is ".json" or ".jsonl" or ".ndjson" or ".xlsx" or ".xls" or ".parquet" or ".zip" or ".gz")
        {
            throw new ArgumentException($"The file is a CSV, and '{ending}' stands for another format. Use .csv.", nameof(path));
        }
    }

    private ReportingOptions BuildOptions(IntercomSession session)
    {
        try
        {
            ReportingClient.CheckVersion(session.ApiVersion);
            string path = FileSystemPath.Resolve(SessionState, Path);
            CheckEnding(path);
            var options = new ReportingOptions
            {
                Path = path,
                Dataset = Dataset,
                Attributes = Attribute,
                Range = new TimeRange(After, Before ?? session.Transport.Time.GetUtcNow(), string.Empty),
                Force = Force && !NoClobber,
                AsIs = AsIs,
                Timeout = TimeSpan.FromSeconds(TimeoutSec),
            };
            ExportTarget.Check(options.Path, options.Force);
            return options;
        }
        catch (Exception exception) when (exception is IntercomException or InvalidQueryException or ExportTargetException)
        {
            ThrowTerminatingError(ErrorRecords.From(exception));
            throw; // not reached: the line above throws
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.InvalidArgument("InvalidPath", exception.Message, Path));
            throw; // not reached: the line above throws
        }
    }
}
