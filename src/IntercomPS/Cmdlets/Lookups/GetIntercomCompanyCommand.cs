using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using IntercomPS.Client;
using IntercomPS.Client.Endpoints;
using IntercomPS.Cmdlets.Parameters;
using IntercomPS.Pipeline;

namespace IntercomPS.Cmdlets.Lookups;

/// <summary>Gets companies: all, by name, by the id of your own system, or by Intercom's id.</summary>
/// <remarks>
///   <para>
///     From a conversation it takes the company, which conversations have from API 2.15 on; from a contact its
///     companies. What has none is passed over.
///   </para>
///   <para>
///     Intercom lists companies that have users only. Where there are more than 10,000, they are read by
///     Intercom's scroll, of which a workspace can have one at a time: a second one waits for up to three minutes.
///   </para>
/// </remarks>
/// <example>
///   <title>All companies</title>
///   <code>Get-IntercomCompany</code>
///   <para>Lists every company that has users.</para>
/// </example>
/// <example>
///   <title>The companies behind open conversations</title>
///   <code>Search-IntercomConversation -State Open -First 20 | Get-IntercomCompany</code>
///   <para>Gets the company of each conversation that has one.</para>
/// </example>
/// <seealso cref="GetIntercomContactCommand"/>
[Cmdlet(VerbsCommon.Get, "IntercomCompany", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Company))]
public sealed class GetIntercomCompanyCommand : IdPipelineCmdlet
{
    private const string NameSet = "Name";
    private const string ExternalIdSet = "ExternalId";
    private const string IdSet = "Id";

    /// <summary>Companies with any of these names. With a wildcard, all companies are read.</summary>
    [Parameter(Position = 0, ParameterSetName = NameSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>Companies with any of these ids of your own system, which Intercom calls company_id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ExternalIdSet)]
    [ValidateNotNullOrEmpty]
    public string[] ExternalId { get; set; } = [];

    /// <summary>Intercom's ids of the companies. From the pipeline: ids, conversations, contacts, companies, or objects with a property Id or CompanyId.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CompanyId")]
    [CompanyId]
    [AllowEmptyCollection]
    public string[] Id { get; set; } = [];

    /// <summary>Lists, looks up, or takes the ids in.</summary>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == IdSet)
        {
            TakeIds(Id);
        }
        else if (ParameterSetName == ExternalIdSet)
        {
            RunWork(WithClient((context, cancellationToken) => WriteFilteredAsync(context, "company_id", ExternalId, cancellationToken)));
        }
        else
        {
            NameMatch[] matches = Name.Select(name => new NameMatch(name)).ToArray();
            RunWork(WithClient((context, cancellationToken) => matches.Length > 0 && !matches.Any(match => match.IsPattern)
                ? WriteFilteredAsync(context, "name", Name, cancellationToken)
                : WriteAllAsync(context, matches, cancellationToken)));
        }
    }

    private protected override Task WorkAsync(WorkContext context, IAsyncEnumerable<string> ids, CancellationToken cancellationToken) =>
        RecordsById.WriteAsync(context, ids, "Company", new CompanyEndpoint(context.Client).GetAsync, cancellationToken);

    /// <summary>Names and outer ids are unique or nearly so: one page holds all with one of them.</summary>
    private static async Task WriteFilteredAsync(WorkContext context, string filter, string[] values, CancellationToken cancellationToken)
    {
        var endpoint = new CompanyEndpoint(context.Client);
        foreach (string value in values)
        {
            try
            {
                RecordPage<Company> page = await endpoint.GetPageAsync((filter, value), page: 1, cancellationToken).ConfigureAwait(false);
                if (page.Rows.Count == 0)
                {
                    throw new IntercomException(ApiErrorKind.NotFound, "No company of the workspace has it.");
                }

                await context.Writer.OutputListAsync(page.Rows).ConfigureAwait(false);
            }
            catch (IntercomException error) when (error.Kind == ApiErrorKind.NotFound)
            {
                context.Writer.Error(ErrorRecords.ForRecord(error, "Company", value));
            }
        }
    }

    private static async Task WriteAllAsync(WorkContext context, NameMatch[] matches, CancellationToken cancellationToken)
    {
        var listing = new CompanyListing(context.Client);
        var progress = new ProgressReporter(context.Writer, "Reading companies", context.Client.Time, "companies");
        long read = 0;
        await foreach (IReadOnlyList<Company> page in listing.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            List<Company> rows = page.Where(company => matches.Length == 0 || matches.Any(match => match.IsMatch(company.Name))).ToList();
            await context.Writer.OutputListAsync(rows).ConfigureAwait(false);
            progress.Report(read += page.Count, listing.TotalCount);
        }

        progress.Complete();
    }
}
