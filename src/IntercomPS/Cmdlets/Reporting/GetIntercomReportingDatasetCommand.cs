using System.Linq;
using System.Management.Automation;
using IntercomPS.Client;
using IntercomPS.Pipeline;
using IntercomPS.Reporting;

namespace IntercomPS.Cmdlets.Reporting;

/// <summary>Gets the datasets of Intercom's reports, with the attributes that Export-IntercomReportingData can export.</summary>
/// <remarks>
///   <para>
///     Datasets and attributes differ from workspace to workspace, custom attributes among them, so
///     they are asked for each time. It takes API version 2.14 or later.
///   </para>
///   <para>
///     From API version 2.16 on, each attribute has a <c>QualifiedId</c> that no other attribute of
///     the dataset has; two can have the same <c>Id</c>.
///   </para>
/// </remarks>
/// <example>
///   <title>What can be exported</title>
///   <code>Get-IntercomReportingDataset</code>
///   <para>Shows the id, the name, the number of attributes and the description of each dataset.</para>
/// </example>
/// <example>
///   <title>The attributes of one dataset</title>
///   <code>
///     (Get-IntercomReportingDataset conversation).Attributes |
///         Where-Object -Property Name -Like *CX*
///   </code>
///   <para>Shows the attributes of conversations that have to do with the CX score.</para>
/// </example>
/// <seealso cref="ExportIntercomReportingDataCommand"/>
[Cmdlet(VerbsCommon.Get, "IntercomReportingDataset")]
[OutputType(typeof(ReportingDataset))]
public sealed class GetIntercomReportingDatasetCommand : IntercomSessionCmdlet
{
    /// <summary>Only datasets with any of these ids or names, in any case.</summary>
    [Parameter(Position = 0)]
    [Alias("Id")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>Gets the datasets.</summary>
    protected override void ProcessRecord()
    {
        IntercomSession session = RequireSession();
        RunWork(WithClient(async (context, cancellationToken) =>
        {
            ReportingClient.CheckVersion(session.ApiVersion);
            ReportingDataset[] datasets = await new ReportingClient(context.Client, session.WorkspaceId)
                .GetDatasetsAsync(cancellationToken).ConfigureAwait(false);
            foreach (string name in Name.DefaultIfEmpty("*"))
            {
                try
                {
                    await context.Writer.OutputListAsync([.. ReportingChoice.FindDatasets(name, datasets)]).ConfigureAwait(false);
                }
                catch (ReportingException unknown)
                {
                    context.Writer.Error(ErrorRecords.FromReporting(unknown));
                }
            }
        }));
    }
}
